/**
 * Replays recorded chats with two agents where there was one, and shows who sees what.
 *
 * <p>{@link dev.collab.examples.replay.Transcript} reads the file, {@link dev.collab.examples.replay.Replayer} plays a
 * chat over the desks, {@link dev.collab.examples.replay.SelfCheck} compares what the customer sees with the file, and
 * {@link dev.collab.examples.replay.Report} prints.
 */
@NullMarked
package dev.collab.examples.replay;

import org.jspecify.annotations.NullMarked;
