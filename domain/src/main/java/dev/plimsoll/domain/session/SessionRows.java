/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

/**
 * Where sessions lie.
 *
 * @param state headers and live entries, see {@link SessionRowKeys}
 * @param acceptances the first answers to entry ids; outside the bound of the state
 */
public record SessionRows(Rows state, Rows acceptances) {}
