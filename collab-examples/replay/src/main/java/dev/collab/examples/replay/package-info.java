/**
 * Replays recorded chats with two agents where there was one, and shows who sees what and who is told of what.
 *
 * <p>{@link dev.collab.examples.replay.Transcript} reads the file, {@link dev.collab.examples.replay.Replayer} plays its
 * chats over the desks, in {@link dev.collab.examples.replay.Shift}s. {@link dev.collab.examples.replay.Script} says what
 * must come of it by the file alone; {@link dev.collab.examples.replay.SelfCheck},
 * {@link dev.collab.examples.replay.MailCheck} and {@link dev.collab.examples.replay.ListCheck} compare, and
 * {@link dev.collab.examples.replay.Report} prints.
 */
@NullMarked
package dev.collab.examples.replay;

import org.jspecify.annotations.NullMarked;
