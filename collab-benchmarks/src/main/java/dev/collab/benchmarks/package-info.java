/** What the library costs above hand-written JDBC on the same tables. */
@NullMarked
package dev.collab.benchmarks;

import org.jspecify.annotations.NullMarked;
