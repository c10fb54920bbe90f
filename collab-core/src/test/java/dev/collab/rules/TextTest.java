package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.collaboration.AddOptions;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.Channel;
import dev.collab.model.ConversationId;
import dev.collab.model.Level;
import dev.collab.outcome.Outcome;
import dev.collab.outcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextTest {
    private static final int LIMIT = 32 * 1024;

    /** Every way a text gets in. */
    enum Way {
        OPEN {
            @Override
            Outcome<?> write(Shop shop, ConversationId conversation, String text) {
                return shop.customer().open(Shop.INBOX, Channel.LIVE_CHAT, text);
            }
        },
        WRITE {
            @Override
            Outcome<?> write(Shop shop, ConversationId conversation, String text) {
                return shop.customer().write(conversation, text);
            }
        },
        REPLY {
            @Override
            Outcome<?> write(Shop shop, ConversationId conversation, String text) {
                return shop.agent(Shop.ASHA).reply(conversation, text);
            }
        },
        NOTE {
            @Override
            Outcome<?> write(Shop shop, ConversationId conversation, String text) {
                return shop.agent(Shop.ASHA).note(conversation, text);
            }
        },
        QUESTION {
            @Override
            Outcome<?> write(Shop shop, ConversationId conversation, String text) {
                return shop.agent(Shop.ASHA)
                        .addCollaborator(
                                conversation,
                                Shop.BO,
                                AddOptions.at(Level.ADVISER).asking(text));
            }
        };

        abstract Outcome<?> write(Shop shop, ConversationId conversation, String text);
    }

    private final Shop shop =
            Shop.ruledBy(AddRule.allow("ask first", Adder.ASSIGNEE).byInvitation());
    private final ConversationId chat = shop.assigned();

    static Stream<Arguments> refusals() {
        var texts = List.of(
                Arguments.of("nothing", "", Reason.TEXT_BLANK),
                Arguments.of("blanks", " \t\r\n ", Reason.TEXT_BLANK),
                Arguments.of("a wide blank", "\u2003", Reason.TEXT_BLANK),
                Arguments.of("one byte too many", "a".repeat(LIMIT + 1), Reason.TEXT_TOO_LONG),
                Arguments.of("two-byte letters", "\u00e9".repeat(LIMIT / 2) + "a", Reason.TEXT_TOO_LONG),
                Arguments.of("three-byte signs", "\u20ac".repeat(LIMIT / 3) + "aaa", Reason.TEXT_TOO_LONG),
                Arguments.of("four-byte signs", "\ud83d\udc62".repeat(LIMIT / 4) + "a", Reason.TEXT_TOO_LONG),
                Arguments.of("one more four-byte sign", "\ud83d\udc62".repeat(LIMIT / 4 + 1), Reason.TEXT_TOO_LONG),
                Arguments.of("NUL alone", "\0", Reason.TEXT_MALFORMED),
                Arguments.of("NUL at the start", "\0Hello", Reason.TEXT_MALFORMED),
                Arguments.of("NUL within", "Hel\0lo", Reason.TEXT_MALFORMED),
                Arguments.of("NUL at the end", "Hello\0", Reason.TEXT_MALFORMED),
                Arguments.of("a high surrogate at the end", "Hello\ud83d", Reason.TEXT_MALFORMED),
                Arguments.of("a high surrogate before a letter", "\ud83dHello", Reason.TEXT_MALFORMED),
                Arguments.of("a low surrogate at the start", "\udc62Hello", Reason.TEXT_MALFORMED),
                Arguments.of("two high surrogates", "\ud83d\ud83d\udc62", Reason.TEXT_MALFORMED),
                Arguments.of("a pair the wrong way round", "\udc62\ud83d", Reason.TEXT_MALFORMED));
        return Stream.of(Way.values())
                .flatMap(way ->
                        texts.stream().map(Arguments::get).map(text -> Arguments.of(way, text[0], text[1], text[2])));
    }

    static Stream<Arguments> accepted() {
        var texts = new ArrayList<>(List.of(
                "a".repeat(LIMIT),
                "\u00e9".repeat(LIMIT / 2),
                "\u20ac".repeat(LIMIT / 3) + "aa",
                "\ud83d\udc62".repeat(LIMIT / 4),
                "a",
                "\u00a0",
                "  blanks around  \n",
                "lines\r\nof\rall\nkinds\u2028",
                "\ufeffmarked",
                "cafe\u0301 and caf\u00e9",
                "\u202ebackwards\u202c",
                "<b>bold</b> & %s {} $1 ' \" \\ \u0001\u001b[31m",
                "\uffff\ufffd\u0085"));
        return Stream.of(Way.values()).flatMap(way -> texts.stream().map(text -> Arguments.of(way, text)));
    }

    @ParameterizedTest(name = "B-51 {0} with {1} is refused: {3}")
    @MethodSource("refusals")
    @DisplayName("B-51 a text that is blank, too long, has NUL or is malformed is refused, and nothing is stored")
    void refused(Way way, String description, String text, Reason reason) {
        var before = Story.stored(shop, chat);

        var answer = way.write(shop, chat, text);

        assertThat(Shop.reason(answer)).isEqualTo(reason);
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @ParameterizedTest(name = "B-51 {0} stores it unchanged")
    @MethodSource("accepted")
    @DisplayName("B-51 any other text up to the limit is stored unchanged")
    void storedUnchanged(Way way, String text) {
        way.write(shop, chat, text).orElseThrow();

        var conversation = shop.signal.changes().get(shop.signal.changes().size() - 1);
        assertThat(shop.lastEntry(conversation).text()).isEqualTo(text);
        assertThat(Story.texts(shop, Shop.ADA, conversation)).endsWith(text);
        if (way == Way.OPEN || way == Way.WRITE || way == Way.REPLY) {
            assertThat(Story.customerTexts(shop, conversation)).endsWith(text);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-51 the limit is policy and counts bytes of UTF-8")
    void theLimitIsPolicy(Way way) {
        shop.conversations(policy -> policy.withTextLimit(4));

        assertThat(Shop.reason(way.write(shop, chat, "aaaaa"))).isEqualTo(Reason.TEXT_TOO_LONG);
        assertThat(Shop.reason(way.write(shop, chat, "\u20ac\u00e9"))).isEqualTo(Reason.TEXT_TOO_LONG);
        assertThat(way.write(shop, chat, "\ud83d\udc62").isDone()).isTrue();
    }

    @Test
    @DisplayName("B-51 the text is judged after the right to write: who may not write learns nothing about it")
    void theRightComesFirst() {
        assertThat(Shop.reason(shop.agent(Shop.SUE).reply(chat, " "))).isEqualTo(Reason.NOT_A_PARTICIPANT);
        assertThat(Shop.reason(shop.agent(Shop.ZED).reply(chat, " "))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
    }
}
