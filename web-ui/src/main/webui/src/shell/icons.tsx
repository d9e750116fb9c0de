/* SPDX-License-Identifier: Apache-2.0 */
import type { ReactNode } from 'react';

interface IconProps {
  size?: number;
}

function Stroke({ size = 16, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** The load line of a ship's hull: a ring with a bar through it. */
export function LogoMark({ size = 20 }: IconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="var(--accent)" aria-hidden="true">
      <circle cx="12" cy="12" r="6.6" strokeWidth="2.4" />
      <path d="M1.6 12h20.8" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}

export const ToFirstIcon = () => (
  <Stroke>
    <path d="M3.5 2.8h9M8 13.5v-7M4.8 9 8 5.8 11.2 9" />
  </Stroke>
);

export const ToEndIcon = () => (
  <Stroke>
    <path d="M3.5 13.2h9M8 2.5v7M4.8 7 8 10.2 11.2 7" />
  </Stroke>
);

export const GoToIcon = () => (
  <Stroke>
    <path d="M6.2 2.5 4.8 13.5M11.2 2.5 9.8 13.5M2.8 5.8h10.8M2.4 10.2h10.8" />
  </Stroke>
);

export const BackIcon = () => (
  <Stroke>
    <path d="M10 3 5 8l5 5" />
  </Stroke>
);

export const HelpIcon = () => (
  <Stroke>
    <circle cx="8" cy="8" r="6" />
    <path d="M6.3 6.3c0-1 .8-1.7 1.8-1.7s1.7.7 1.7 1.6c0 1.3-1.7 1.4-1.7 2.7M8.05 11.3v.1" />
  </Stroke>
);

export const SchemeIcon = () => (
  <Stroke>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" />
  </Stroke>
);

export const LogoutIcon = () => (
  <Stroke>
    <path d="M6.5 2.5h-3v11h3M7 8h6.5M11 5.2 13.8 8 11 10.8" />
  </Stroke>
);

export const FilterIcon = () => (
  <Stroke>
    <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />
  </Stroke>
);

export const SearchIcon = () => (
  <Stroke>
    <circle cx="7" cy="7" r="4.2" />
    <path d="m10.2 10.2 3.3 3.3" />
  </Stroke>
);
