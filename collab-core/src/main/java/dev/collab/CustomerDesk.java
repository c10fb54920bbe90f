package dev.collab;

import dev.collab.conversation.Conversation;
import dev.collab.conversation.CustomerEntry;
import dev.collab.conversation.CustomerView;
import dev.collab.conversation.Decision;
import dev.collab.conversation.EntryRef;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Page;
import dev.collab.conversation.Slice;
import dev.collab.conversation.Timeline;
import dev.collab.internal.Fingerprint;
import dev.collab.model.ActorKind;
import dev.collab.model.Attachment;
import dev.collab.model.AttachmentId;
import dev.collab.model.Channel;
import dev.collab.model.CommandKey;
import dev.collab.model.CommandRef;
import dev.collab.model.ConversationId;
import dev.collab.model.CustomerId;
import dev.collab.model.InboxId;
import dev.collab.model.Numbering;
import dev.collab.notification.ReplyTokens.Purpose;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.ConversationQuery.ListKind;
import dev.collab.spi.StoredConversation;
import dev.collab.visibility.Standing;
import dev.collab.visibility.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Is where a customer writes and reads.
 *
 * <p>What it returns has no place for a note, a collaborator or the author of a reply. A conversation that is not the
 * customer's is answered like one that does not exist. The directory is never asked, so customers go on while it is
 * down.
 */
public final class CustomerDesk {
    private final CustomerId customer;
    private final Host host;
    private final Commands commands;
    private final @Nullable CommandKey key;

    CustomerDesk(CustomerId customer, Host host, Commands commands, @Nullable CommandKey key) {
        this.customer = customer;
        this.host = host;
        this.commands = commands;
        this.key = key;
    }

    /**
     * Gives the key of the next command.
     *
     * @param given the same for a command and its retries, different from all others of this customer
     * @return a desk for this one command
     */
    public CustomerDesk keyed(CommandKey given) {
        return new CustomerDesk(customer, host, commands, given);
    }

    /**
     * Opens a conversation that says nothing but the text.
     *
     * @param inbox where
     * @param channel how the customer talks to us
     * @param text what they write first
     * @return the new conversation, or why the text is refused
     */
    public Outcome<ConversationId> open(InboxId inbox, Channel channel, String text) {
        return open(OpenRequest.of(inbox, channel, text));
    }

    /**
     * Opens a conversation.
     *
     * <p>Its id follows from the inbox, the customer and the key, so that a retry finds it.
     *
     * @param request what the customer opens
     * @return the new conversation, or why not: the text is refused, or the conversation it follows is not the
     *     customer's (UNKNOWN_CONVERSATION) or not closed (WRONG_STATE)
     */
    public Outcome<ConversationId> open(OpenRequest request) {
        var drawn = commands.key(key);
        var id = new ConversationId(Fingerprint.of(List.of(request.inbox().value(), customer.value(), drawn.value())));
        var intent = Command.Intent.of(
                "open",
                request.inbox(),
                request.channel(),
                request.text(),
                request.attachments(),
                request.customerName(),
                request.subject(),
                request.facts(),
                request.followUpOf());
        return commands.open(ref(id, drawn), intent, () -> {
                    var settings = host.storage().inboxes().load(request.inbox());
                    return Conversation.open(settings, id, customer, request, followed(request), host.now());
                })
                .map(receipt -> id);
    }

    private Optional<Conversation> followed(OpenRequest request) {
        return request.followUpOf()
                .flatMap(host::end)
                .map(stored -> Conversation.of(stored.head(), stored.settings(), host.now()));
    }

    /**
     * Writes a message; on a resolved conversation this reopens it.
     *
     * @param conversation which conversation
     * @param text what the customer writes
     * @param attachments the files that come with it
     * @return where it stands, or why not
     */
    public Outcome<Posted> write(ConversationId conversation, String text, Attachment... attachments) {
        var files = List.of(attachments);
        return write(conversation, Command.Intent.of("write", text, files), (now, me) -> now.write(me, text, files));
    }

    /**
     * Answers a reply by the token it was sent with.
     *
     * @param token the token, as it came
     * @param text what the customer writes
     * @return where it stands, or why not; UNKNOWN_TOKEN if it is not this customer's, was changed, is too old, or the
     *     host gave no signing key; else as {@link #write}
     */
    public Outcome<Posted> answer(String token, String text) {
        return host.claims(token, ActorKind.CUSTOMER, customer.value())
                .filter(claims -> claims.purpose() == Purpose.MESSAGE)
                .map(claims -> write(
                        claims.conversation(),
                        Answers.intent(claims, text),
                        (now, me) -> claims.isCurrent(host.now())
                                ? now.write(me, text, List.of())
                                : Outcome.rejected(Reason.UNKNOWN_TOKEN)))
                .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_TOKEN));
    }

    private Outcome<Posted> write(
            ConversationId conversation,
            Command.Intent intent,
            BiFunction<Conversation, Standing, Outcome<Decision>> rule) {
        return commands.run(new Command(
                        ref(conversation, commands.key(key)),
                        intent,
                        head -> Set.of(),
                        (now, people) -> now.visibility()
                                .standing(customer)
                                .map(me -> rule.apply(now, me))
                                .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_CONVERSATION))))
                .map(Posted::of);
    }

    /**
     * Takes back what a message of the customer says; its place stays, its text and files are gone everywhere.
     *
     * @param conversation which conversation
     * @param sequence the message, as the customer counts
     * @return done, or why not: UNKNOWN_ENTRY, NOT_PERMITTED if the customer did not write it, TOO_LATE
     */
    public Outcome<Posted> redact(ConversationId conversation, long sequence) {
        return commands.run(new Command(
                                ref(conversation, commands.key(key)),
                                Command.Intent.of("redact", sequence),
                                head -> Set.of(),
                                (now, people) -> now.visibility()
                                        .standing(customer)
                                        .map(me -> now.redact(
                                                me,
                                                Reading.of(now, me).flatMap(reading -> reading.entry(host, sequence))))
                                        .orElseGet(() -> Outcome.rejected(Reason.UNKNOWN_CONVERSATION)))
                        .staying())
                .map(receipt -> new Posted(conversation, sequence, receipt.at()));
    }

    /**
     * Reads a conversation besides its messages.
     *
     * @param conversation which conversation
     * @return what the customer sees
     */
    public Outcome<CustomerView> view(ConversationId conversation) {
        return reading(conversation).map(reading -> CustomerView.of(reading.head()));
    }

    /**
     * Reads a page of a conversation.
     *
     * @param conversation which conversation
     * @param page which page
     * @return messages and replies, oldest first
     */
    public Outcome<Slice<CustomerEntry>> messages(ConversationId conversation, Page page) {
        var loaded = PageLoad.of(host, conversation, page, Numbering.CUSTOMER);
        return Reading.of(loaded.stored(), this::reading).map(reading -> {
            var timeline = new Timeline(conversation, reading.scope(), page);
            return timeline.forCustomer(loaded.entries(host, reading, timeline));
        });
    }

    /**
     * Exports a conversation: all messages and replies there are at this moment, oldest first.
     *
     * @param conversation which conversation
     * @param to takes each of them; what it throws ends the export
     * @return what the customer sees besides, after the last of them; or why not, then nothing was exported
     */
    public Outcome<CustomerView> export(ConversationId conversation, Consumer<CustomerEntry> to) {
        return reading(conversation).map(reading -> {
            reading.eachPage(
                    host,
                    page -> Timeline.exportForCustomer(conversation, reading.scope(), page)
                            .forEach(to));
            return CustomerView.of(reading.head());
        });
    }

    /**
     * Sorts out which messages and replies the customer may see, for the host's own search and streams.
     *
     * @param entries which, as the customer counts, at most 1,000; those that do not exist may be among them
     * @return those the customer may see now, in the order asked for, each once
     */
    public Set<EntryRef> visible(List<EntryRef> entries) {
        return new EntryCheck(host).visible(entries, () -> this::reading);
    }

    /**
     * Reads what is known of a file.
     *
     * @param conversation which conversation
     * @param sequence the message or reply the file came with, as the customer counts
     * @param attachment which file
     * @return the file; one that belongs to a note does not exist
     */
    public Outcome<Attachment> attachment(ConversationId conversation, long sequence, AttachmentId attachment) {
        return reading(conversation).flatMap(reading -> reading.attachment(host, sequence, attachment));
    }

    /**
     * Reads a page of the customer's own conversations, the one with the newest message or reply first.
     *
     * @param page which page
     * @return their conversations, with previews and what is unread
     */
    public ListPage<CustomerRow> conversations(ListRequest page) {
        return new Lists(host, Visibility.conversations(customer, host.now()), ListKind.ALL, page)
                .forCustomer(customer);
    }

    /**
     * Says that the customer has read a conversation up to a message or reply; a mark never goes back.
     *
     * @param conversation which conversation
     * @param sequence the last one they have read, as the customer counts
     * @return the first one this mark leaves unread, or why not
     */
    public Outcome<Long> markRead(ConversationId conversation, long sequence) {
        return reading(conversation).map(reading -> reading.mark(host, ActorKind.CUSTOMER, customer.value(), sequence));
    }

    private Outcome<Reading> reading(ConversationId conversation) {
        return Reading.of(host.conversations().load(conversation, null), this::reading);
    }

    private Optional<Reading> reading(StoredConversation stored) {
        var visibility = Visibility.of(stored.head(), stored.settings(), host.now());
        return visibility.standing(customer).flatMap(standing -> Reading.of(stored, visibility, standing));
    }

    private CommandRef ref(ConversationId conversation, CommandKey drawn) {
        return new CommandRef(conversation, ActorKind.CUSTOMER, customer.value(), drawn);
    }
}
