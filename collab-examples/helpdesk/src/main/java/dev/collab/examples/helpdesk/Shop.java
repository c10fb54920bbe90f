package dev.collab.examples.helpdesk;

import static dev.collab.examples.helpdesk.People.ACCESSORIES;
import static dev.collab.examples.helpdesk.People.FOOTWEAR;
import static dev.collab.examples.helpdesk.People.RETURNS;
import static dev.collab.examples.helpdesk.People.SHOP;
import static dev.collab.examples.helpdesk.Telling.agent;

import dev.collab.Collab;
import dev.collab.collaboration.AddOptions;
import dev.collab.conversation.NoteDraft;
import dev.collab.model.AgentId;
import dev.collab.model.CaseFacts;
import dev.collab.model.Channel;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import dev.collab.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Fills a new shop with what the last days brought.
 *
 * <p>Nothing is written past the library: the story is told at everybody's desks, by clocks that are set back. Each act
 * has a key made of its story's name, so that two processes that open the same shop at once tell it once.
 */
final class Shop {
    private static final AgentId ADA = agent("ada");

    private final Storage storage;
    private final People people;
    private final Instant now;

    Shop(Storage storage, People people) {
        this.storage = storage;
        this.people = people;
        this.now = Instant.now();
    }

    /** Tells the story, unless it was told to the end before. */
    void open() {
        var admin = Collab.builder()
                .storage(storage)
                .directory(people.directory())
                .time(() -> now.minus(Duration.ofDays(4)))
                .build()
                .admin(ADA)
                .inbox(SHOP);
        if (admin.settings().orElseThrow().revision() > 1) {
            return;
        }
        admin.enableCollaboration().orElseThrow();
        lateTickets();
        ticketsOfYesterday();
        chatsOfToday();
        // The last word: whoever reads it knows that the story was told.
        var settings = admin.settings().orElseThrow();
        if (settings.revision() == 1) {
            admin.change(settings.withPublicName(People.SHOP_NAME)).ifRejected(Shop::mustBeStale);
        }
    }

    private static void mustBeStale(Outcome.Rejected<?> rejected) {
        if (rejected.reason() != Reason.STALE_SETTINGS) {
            throw new IllegalStateException("the shop cannot open: " + rejected.reason());
        }
    }

    private Telling story(String name, Duration ago) {
        return new Telling(storage, people, name, now.minus(ago));
    }

    private void lateTickets() {
        story("strap", Duration.ofDays(3))
                .opens(
                        "tom",
                        Channel.EMAIL_TICKET,
                        CaseFacts.of(ACCESSORIES),
                        "Torn strap",
                        "The strap of my bag tore.")
                .claims("sam")
                .replies("sam", "I am sorry. A new strap is on its way to you.")
                .writes("Thank you, that was quick!")
                .replies("sam", "You are welcome. I close this for you.")
                .resolves("sam")
                .closes("ravi");
        story("charger", Duration.ofDays(2))
                .opens(
                        "carl",
                        Channel.EMAIL_TICKET,
                        new CaseFacts(ACCESSORIES, Set.of("warranty"), Map.of("priority", "normal")),
                        "Charger of the heated insoles",
                        "The charger gets hot after an hour. Is that normal?")
                .claims("sam")
                .adds("sam", "bo", AddOptions.at(Level.RESPONDER))
                .notes("bo", "The first batch was recalled: serial numbers that begin with 19.")
                .replies("bo", "Which serial number does it have? It is printed below the plug.")
                .writes("It says 20-4471.")
                .replies(
                        "sam", "Then it is one of the good ones; warm is normal, hot is not. Please keep an eye on it.")
                .resolves("sam");
    }

    private void ticketsOfYesterday() {
        story("refund", Duration.ofHours(20))
                .opens(
                        "dana",
                        Channel.EMAIL_TICKET,
                        new CaseFacts(RETURNS, Set.of("refund"), Map.of("priority", "high")),
                        "Refund for order 4711",
                        "I sent two belts back ten days ago and have not seen the money yet.")
                .claims("noor")
                .replies("noor", "Thank you for asking. I look into it and answer today.")
                .adds("noor", "bo", AddOptions.at(Level.ADVISER))
                .adds("noor", "asha", AddOptions.at(Level.OBSERVER))
                .notes("noor", "Bo, did both belts reach the accessories shelf?")
                .notes("bo", "One did; the other box was empty. See the delivery slip.")
                .note(
                        "noor",
                        NoteDraft.of("Between us: the third empty box of this carrier.")
                                .to(agent("bo")))
                .invites("noor", ACCESSORIES, "Who of you opened the second box?");
        story("long", Duration.ofHours(26))
                .opens(
                        "grace",
                        Channel.EMAIL_TICKET,
                        new CaseFacts(FOOTWEAR, Set.of("care"), Map.of("tier", "gold")),
                        "How to care for waxed leather boots when they get wet again and again in winter",
                        Texts.LONG)
                .claims("mika")
                .replies("mika", Texts.UNBROKEN)
                .adds("mika", "asha", AddOptions.at(Level.RESPONDER))
                .notes("mika", "I am away in the afternoon; could you take a look, Asha?");
    }

    private void chatsOfToday() {
        story("laces", Duration.ofMinutes(95))
                .opens("grace", Channel.LIVE_CHAT, CaseFacts.of(ACCESSORIES), null, "Which laces fit eight eyelets?")
                .claims("bo")
                .replies("bo", "The ones of 140 cm.")
                .writes("Perfect, ordered. Bye!")
                .resolves("bo");
        story("gift", Duration.ofMinutes(40))
                .opens(
                        "elif",
                        Channel.LIVE_CHAT,
                        CaseFacts.of(ACCESSORIES),
                        null,
                        "Merhaba! Bu çanta hediye 🎁 paketi olur mu?")
                .writes("سؤال آخر: هل الحزام متوفر باللون البني؟")
                .writes("👟👜🧣 → 🎁❓");
        story("size", Duration.ofMinutes(25))
                .opens(
                        "dana",
                        Channel.LIVE_CHAT,
                        CaseFacts.of(FOOTWEAR),
                        null,
                        "Do you have the trail runner in 37.5?");
        story("parcel", Duration.ofMinutes(15))
                .opens(
                        "tom",
                        Channel.LIVE_CHAT,
                        CaseFacts.of(RETURNS),
                        null,
                        "My parcel says delivered, and nothing is here.")
                .claims("noor")
                .replies("noor", "Let me look at what the carrier says.");
        story("boots", Duration.ofMinutes(8))
                .opens(
                        "carl",
                        Channel.LIVE_CHAT,
                        new CaseFacts(FOOTWEAR, Set.of("sizes"), Map.of("tier", "gold")),
                        null,
                        "Do the boots run small? And which charger fits?")
                .claims("asha")
                .replies("asha", "Take one size up. The charger I have to ask for.");
    }
}
