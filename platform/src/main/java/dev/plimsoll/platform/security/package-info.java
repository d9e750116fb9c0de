/* SPDX-License-Identifier: Apache-2.0 */
/** API keys, the page's login, and who the caller is. */
@NullMarked
package dev.plimsoll.platform.security;

import org.jspecify.annotations.NullMarked;
