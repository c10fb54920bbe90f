package dev.collab.rules;

import dev.collab.Added;
import dev.collab.AgentDesk;
import dev.collab.Collab;
import dev.collab.CustomerDesk;
import dev.collab.InboxDesk;
import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Page;
import dev.collab.inmemory.CountingIds;
import dev.collab.inmemory.InMemoryDirectory;
import dev.collab.inmemory.InMemoryStorage;
import dev.collab.inmemory.RecordingSignal;
import dev.collab.inmemory.SettableTime;
import dev.collab.internal.Fingerprint;
import dev.collab.model.AddRule;
import dev.collab.model.AgentId;
import dev.collab.model.Audience;
import dev.collab.model.AudienceKey;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.CollaborationSettings;
import dev.collab.model.CommandKey;
import dev.collab.model.ConversationHead;
import dev.collab.model.ConversationId;
import dev.collab.model.ConversationSettings;
import dev.collab.model.CustomerId;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupId;
import dev.collab.model.InboxId;
import dev.collab.model.InboxRole;
import dev.collab.model.InboxSettings;
import dev.collab.model.Numbering;
import dev.collab.model.TimelineEntry;
import dev.collab.model.TimelineScope;
import dev.collab.model.TimelineScope.Lane;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.TimelineQuery;
import dev.collab.spi.TimelineQuery.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A shop with its people, in memory: footwear is busy, accessories help out.
 *
 * <p>Bo and Cy belong to accessories and have no role in the inbox, so whatever they get there a grant gives them.
 */
final class Shop {
    static final InboxId INBOX = new InboxId("shop");
    static final InboxId ELSEWHERE = new InboxId("elsewhere");
    static final GroupId FOOTWEAR = new GroupId("footwear");
    static final GroupId ACCESSORIES = new GroupId("accessories");

    /** Admin of the inbox. */
    static final AgentId ADA = new AgentId("ada");

    /** Supervisor in footwear. */
    static final AgentId SUE = new AgentId("sue");

    /** Agent of footwear; {@link #assigned} is hers. */
    static final AgentId ASHA = new AgentId("asha");

    /** Agent of footwear. */
    static final AgentId FIN = new AgentId("fin");

    /** Agent of accessories. */
    static final AgentId BO = new AgentId("bo");

    /** Agent of accessories. */
    static final AgentId CY = new AgentId("cy");

    /** Agent of the inbox without a group. */
    static final AgentId MO = new AgentId("mo");

    /** Agent of another inbox. */
    static final AgentId ZED = new AgentId("zed");

    /** A bot without group and inbox. */
    static final AgentId BOT = new AgentId("bot");

    /** Nobody knows them. */
    static final AgentId NOBODY = new AgentId("nobody");

    /** Admin of the other inbox, if {@link #ledElsewhere}. */
    static final AgentId LEO = new AgentId("leo");

    static final CustomerId CARL = new CustomerId("carl");
    static final CustomerId DORA = new CustomerId("dora");

    /** Carl's other conversation, if {@link #twin} was asked for. */
    static final ConversationId TWIN = new ConversationId(Fingerprint.of(List.of(INBOX.value(), CARL.value(), "twin")));

    final InMemoryStorage storage = new InMemoryStorage();
    final InMemoryDirectory people = people();
    final SettableTime time = new SettableTime();
    final CountingIds ids = new CountingIds();
    final RecordingSignal signal = new RecordingSignal();
    final Collab collab = host(builder -> builder);

    private Shop() {}

    /** Nobody has touched the inbox: collaboration is off. */
    static Shop untouched() {
        return new Shop();
    }

    /** Collaboration is on and nothing else is said. */
    static Shop open() {
        var shop = new Shop();
        shop.admin().enableCollaboration().orElseThrow();
        return shop;
    }

    /** Collaboration is on, by these rules only. */
    static Shop ruledBy(AddRule... rules) {
        return open().policy(policy -> policy.withRules(rules));
    }

    private static InMemoryDirectory people() {
        return new InMemoryDirectory()
                .add(ADA, "Ada", person -> person.role(INBOX, InboxRole.ADMIN))
                .add(
                        SUE,
                        "Sue",
                        person -> person.role(INBOX, InboxRole.SUPERVISOR).groups(FOOTWEAR))
                .add(ASHA, "Asha", person -> person.role(INBOX, InboxRole.AGENT).groups(FOOTWEAR))
                .add(FIN, "Fin", person -> person.role(INBOX, InboxRole.AGENT).groups(FOOTWEAR))
                .add(BO, "Bo", person -> person.groups(ACCESSORIES))
                .add(CY, "Cy", person -> person.groups(ACCESSORIES))
                .add(MO, "Mo", person -> person.role(INBOX, InboxRole.AGENT))
                .add(ZED, "Zed", person -> person.role(ELSEWHERE, InboxRole.AGENT))
                .add(BOT, "Bot", person -> person.bot());
    }

    /** Another host over the same storage, people, clock and ids; it shares nothing else with {@link #collab}. */
    Collab host(UnaryOperator<Collab.Builder> more) {
        return more.apply(Collab.builder()
                        .storage(storage)
                        .directory(people)
                        .time(time)
                        .ids(ids)
                        .signal(signal))
                .build();
    }

    AgentDesk agent(AgentId agent) {
        return collab.agent(agent);
    }

    CustomerDesk customer() {
        return collab.customer(CARL);
    }

    /** Ada's desk for the inbox. */
    InboxDesk admin() {
        return collab.admin(ADA).inbox(INBOX);
    }

    InboxSettings settings() {
        return storage.inboxes().load(INBOX);
    }

    Shop settings(UnaryOperator<InboxSettings> change) {
        admin().change(change.apply(settings())).orElseThrow();
        return this;
    }

    Shop policy(UnaryOperator<CollaborationSettings> change) {
        return settings(now -> now.withCollaboration(change.apply(now.collaboration())));
    }

    Shop conversations(UnaryOperator<ConversationSettings> change) {
        return settings(now -> now.withConversations(change.apply(now.conversations())));
    }

    /** Carl's live chat, waiting in footwear's queue. */
    ConversationId chat() {
        return opened(Channel.LIVE_CHAT, CaseFacts.of(FOOTWEAR));
    }

    /** Carl's e-mail ticket, waiting in footwear's queue. */
    ConversationId ticket() {
        return opened(Channel.EMAIL_TICKET, CaseFacts.of(FOOTWEAR));
    }

    ConversationId opened(Channel channel, CaseFacts facts) {
        var request = OpenRequest.of(INBOX, channel, "Do the boots run small? And which charger fits?");
        return customer().open(request.about(facts).from("Carl")).orElseThrow();
    }

    /** Another live chat of Carl's, waiting in footwear's queue. */
    ConversationId twin() {
        var request = OpenRequest.of(INBOX, Channel.LIVE_CHAT, "It is me again").forGroup(FOOTWEAR);
        return customer().keyed(new CommandKey("twin")).open(request).orElseThrow();
    }

    /** Somebody leads the other inbox, where collaboration is on and nothing else is said. */
    Shop ledElsewhere() {
        people.add(LEO, "Leo", person -> person.role(ELSEWHERE, InboxRole.ADMIN));
        elsewhere().enableCollaboration().orElseThrow();
        return this;
    }

    /** Leo's desk for the other inbox. */
    InboxDesk elsewhere() {
        return collab.admin(LEO).inbox(ELSEWHERE);
    }

    /** Carl's live chat, claimed by Asha. */
    ConversationId assigned() {
        return claimed(chat());
    }

    /** Carl's e-mail ticket, claimed by Asha. */
    ConversationId assignedTicket() {
        return claimed(ticket());
    }

    /** Asha takes the conversation from the queue. */
    ConversationId claimed(ConversationId conversation) {
        agent(ASHA).claim(conversation).orElseThrow();
        return conversation;
    }

    /** {@link #assigned}, with these added by Asha. */
    ConversationId assignedWith(AgentId... collaborators) {
        var chat = assigned();
        for (var collaborator : collaborators) {
            add(chat, collaborator);
        }
        return chat;
    }

    /** Asha adds somebody. */
    Added add(ConversationId conversation, AgentId collaborator) {
        return agent(ASHA).addCollaborator(conversation, collaborator).orElseThrow();
    }

    /** The stored head, as it is. */
    ConversationHead head(ConversationId conversation) {
        return storage.conversations().load(conversation, null).orElseThrow().head();
    }

    /** The whole stored timeline, whoever may see it. */
    List<TimelineEntry> entries(ConversationId conversation) {
        var lanes = Arrays.stream(Audience.values())
                .map(audience -> new Lane(AudienceKey.of(audience), 0))
                .toList();
        var all = new TimelineScope(lanes, Long.MAX_VALUE, Numbering.AGENTS);
        return storage.conversations().read(new TimelineQuery(conversation, all, Direction.ASCENDING, 0, 1_000));
    }

    /** The stored entries of one kind, oldest first. */
    List<TimelineEntry> entries(ConversationId conversation, EntryKind kind) {
        return entries(conversation).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }

    TimelineEntry lastEntry(ConversationId conversation) {
        var all = entries(conversation);
        return all.get(all.size() - 1);
    }

    /** Whom the collaborator field shows to Asha. */
    List<AgentId> collaborators(ConversationId conversation) {
        return agent(ASHA).view(conversation).orElseThrow().collaborators().collaborators().stream()
                .map(collaborator -> collaborator.agent())
                .toList();
    }

    /** The newest page of the timeline, as an agent sees it. */
    Outcome<List<AgentEntry>> timeline(AgentId agent, ConversationId conversation) {
        return agent(agent).timeline(conversation, Page.newest(Page.MAX_LIMIT)).map(slice -> slice.entries());
    }

    /** Why it was refused; fails if it was done. */
    static Reason reason(Outcome<?> outcome) {
        return outcome.fold(
                done -> {
                    throw new AssertionError("should have been refused, but: " + done);
                },
                no -> no.reason());
    }
}
