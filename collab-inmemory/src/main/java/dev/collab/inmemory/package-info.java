/**
 * The storage ports kept in memory, and fakes of the other ports for tests.
 *
 * <p>{@link dev.collab.inmemory.InMemoryStorage} behaves like a durable adapter in everything but durability. Every
 * class here may be used from many threads at once.
 */
package dev.collab.inmemory;
