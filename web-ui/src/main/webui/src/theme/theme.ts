/* SPDX-License-Identifier: Apache-2.0 */
import { createTheme, Drawer, Modal } from '@mantine/core';

/** Colours and sizes are in tokens.css; here stands only what components take as properties. */
export const theme = createTheme({
  cursorType: 'pointer',
  defaultRadius: 'sm',
  components: {
    // Locking the scroll of the page would add a style element; the page itself never scrolls.
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 120 } } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false, transitionProps: { duration: 140 } } }),
    // Outside of the page's regions their header elements would count as further banners of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
  },
});
