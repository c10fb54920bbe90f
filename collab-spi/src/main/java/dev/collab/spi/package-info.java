/**
 * The ports between the library and its host.
 *
 * <p>A host brings {@link dev.collab.spi.Storage} (or takes an adapter), {@link dev.collab.spi.Directory} and, if
 * somebody is to be told, {@link dev.collab.spi.Notifier}. All ports are called from many threads at once.
 */
package dev.collab.spi;
