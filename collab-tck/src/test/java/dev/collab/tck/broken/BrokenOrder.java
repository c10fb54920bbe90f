package dev.collab.tck.broken;

/** Orders notifications of one commit by their ids. */
final class BrokenOrder extends Reordering {
    BrokenOrder() {
        super(one -> placed(one, one.revision(), 0));
    }
}
