@NullMarked
package dev.collab.gates.silent;

import org.jspecify.annotations.NullMarked;
