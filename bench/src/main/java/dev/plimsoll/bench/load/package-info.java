/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the benches drive a server with: texts, commands, HTTP requests, and where the server is.
 */
@NullMarked
package dev.plimsoll.bench.load;

import org.jspecify.annotations.NullMarked;
