/* SPDX-License-Identifier: Apache-2.0 */
/** The command line. Client commands speak HTTP only and start no part of the server. */
@NullMarked
package dev.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
