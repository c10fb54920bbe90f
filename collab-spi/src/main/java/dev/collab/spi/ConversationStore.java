package dev.collab.spi;

import dev.collab.model.AgentId;
import dev.collab.model.CommandRef;
import dev.collab.model.Commit;
import dev.collab.model.ConversationId;
import dev.collab.model.StoredReceipt;
import dev.collab.model.TimelineEntry;
import dev.collab.model.ViewerMark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps conversations: a head, a timeline, and the receipts of commands.
 *
 * <p>Commits of one conversation are linearizable, and every read sees all commits acknowledged before it started. Any
 * method may throw a {@link StorageException}; then nothing was changed, unless it says that the outcome is unknown.
 */
public interface ConversationStore {
    /**
     * Loads what a decision needs.
     *
     * <p>Atomic: head, settings and receipt are of one snapshot. A receipt is returned until it is forgotten, also past
     * its time.
     *
     * @param conversation which conversation
     * @param command the command about to be decided, of the same conversation, whose receipt is wanted; null for none
     * @return empty if there is no such conversation
     */
    Optional<StoredConversation> load(ConversationId conversation, @Nullable CommandRef command);

    /**
     * Stores a commit as a whole, if nothing has come between.
     *
     * <p>Atomic: head, entries, redactions, ended collaborations, notifications and receipt are stored together, and
     * nothing of them if the answer is not COMMITTED. Of two commits with the same expected revision one is refused;
     * so is the repetition of a commit. The settings of every inbox it names must stand at their revision: a
     * change that was acknowledged before is seen, one that is under way at the same time may count as coming after. If
     * both the conversation and settings have moved, the answer is CONVERSATION_CHANGED. A receipt takes the place of an
     * older one of the same command. If the stored revision is the expected one, {@link Commit#before} is what is stored,
     * so whatever is the same in {@link Commit#head} need not be written.
     *
     * @param commit what to store
     * @return whether it was stored, or which revision had moved
     * @throws StorageException with {@link StorageException#outcomeUnknown} if it may or may not have been stored
     */
    CommitResult commit(Commit commit);

    /**
     * Remembers a command that was done and had nothing to change.
     *
     * <p>If the command is remembered already, the older receipt stays.
     *
     * @param receipt what to remember; of a conversation that exists
     */
    void remember(StoredReceipt receipt);

    /**
     * Reads a page of a timeline.
     *
     * <p>Ordered by position, in the query's direction. Costs the page: neither the length of the timeline nor the
     * number of entries out of scope matters.
     *
     * @param query which entries
     * @return at most the query's limit of entries, all of them admitted by its scope; empty if there are none or there
     *     is no such conversation
     */
    List<TimelineEntry> read(TimelineQuery query);

    /**
     * Finds a page of a list.
     *
     * <p>Each row is of one snapshot; the page as a whole need not be. A conversation appears once in a page, and one
     * that nobody changes is neither lost nor repeated from page to page. Ordered by last activity, newest first, then by id. Costs the page:
     * neither the number of conversations nor of those out of scope matters.
     *
     * @param query which list
     * @return at most the query's limit of rows, all of them admitted by it; empty if there are none
     */
    List<ListedConversation> find(ConversationQuery query);

    /**
     * Lists the ids of conversations in an order that never changes, for work that goes through all of them.
     *
     * <p>Ordered by id. A conversation that is there before the first page is asked for is on exactly one page, whatever
     * happens to it meanwhile, unless it leaves what is asked for. Costs the page.
     *
     * @param query which ids
     * @return at most the query's limit of ids; empty if there are no more
     */
    List<ConversationId> ids(IdQuery query);

    /**
     * Counts entries in scope.
     *
     * @param queries what to count; any number of them
     * @return one number for each, in their order, at most what the query stops at; 0 if there is no such conversation
     */
    List<Integer> count(List<CountQuery> queries);

    /**
     * Remembers how far somebody has read.
     *
     * <p>A mark never goes back: repeated or late, the highest position stays.
     *
     * @param mark how far
     */
    void mark(ViewerMark mark);

    /**
     * Remembers whether an agent wants to be left alone by a conversation.
     *
     * @param conversation which conversation
     * @param agent who
     * @param muted whether they want to be left alone; repeated, the last one stays
     */
    void mute(ConversationId conversation, AgentId agent, boolean muted);

    /**
     * Tells whether an agent wants to be left alone by a conversation.
     *
     * @param conversation which conversation
     * @param agent who
     * @return false unless they said so
     */
    boolean isMuted(ConversationId conversation, AgentId agent);

    /**
     * Finds conversations in whose head a time box or a time to live is over.
     *
     * <p>Repeat, after the entries were written, until it returns less than the limit.
     *
     * @param now those whose time is over at this instant
     * @param limit how many at most, at least 1
     * @return their ids, the longest overdue first; empty if there are none
     */
    List<ConversationId> overdue(Instant now, int limit);

    /**
     * Forgets receipts whose time is over.
     *
     * <p>Repeat until it returns less than the limit.
     *
     * @param now receipts to be kept until this instant or before are forgotten
     * @param limit how many at most, at least 1
     * @return how many were forgotten
     */
    int forgetReceipts(Instant now, int limit);
}
