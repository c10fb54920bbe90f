package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.AgentDesk;
import dev.collab.model.AddRule;
import dev.collab.model.Adder;
import dev.collab.model.ConversationId;
import dev.collab.model.EntryKind;
import dev.collab.model.GroupReading;
import dev.collab.model.TimelineEntry;
import dev.collab.outcome.Reason;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndedTest {
    /** Every way Bo's collaboration on Asha's live chat ends. */
    enum End {
        REMOVED {
            @Override
            void happen(Shop shop, ConversationId chat) {
                shop.agent(Shop.ASHA).removeCollaborator(chat, Shop.BO).orElseThrow();
            }
        },
        LEFT {
            @Override
            void happen(Shop shop, ConversationId chat) {
                shop.agent(Shop.BO).leave(chat).orElseThrow();
            }
        },
        RESOLVED {
            @Override
            void happen(Shop shop, ConversationId chat) {
                shop.agent(Shop.ASHA).resolve(chat).orElseThrow();
            }
        },
        CLOSED {
            @Override
            void happen(Shop shop, ConversationId chat) {
                shop.agent(Shop.ADA).close(chat).orElseThrow();
            }
        },
        SWITCHED_OFF {
            @Override
            void happen(Shop shop, ConversationId chat) {
                shop.admin().disableCollaboration().orElseThrow();
            }
        },
        TIME_OVER {
            @Override
            void happen(Shop shop, ConversationId chat) {
                shop.time.advance(Duration.ofHours(1));
            }
        };

        abstract void happen(Shop shop, ConversationId chat);
    }

    private final Shop shop =
            Shop.ruledBy(AddRule.allow("for an hour", Adder.ASSIGNEE).lasting(Duration.ofHours(1)));
    private final ConversationId chat = shop.assignedWith(Shop.BO);

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-28 after the end every act of the former collaborator is answered like on an unknown conversation")
    void theFormerCollaboratorIsAStranger(End end) {
        end.happen(shop, chat);

        var before = Story.stored(shop, chat);
        for (Desks.Row<AgentDesk> row : Desks.agent()) {
            assertThat(Shop.reason(row.on(shop.agent(Shop.BO), chat)))
                    .as(row.method())
                    .isEqualTo(Reason.UNKNOWN_CONVERSATION);
        }
        assertThat(Story.stored(shop, chat)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-28 who may still read otherwise is told that they do not take part any more")
    void theFormerCollaboratorWhoReadsOnDoesNotTakePart(End end) {
        shop.conversations(policy -> policy.withReading(GroupReading.ALL, false));
        shop.people.change(Shop.BO, bo -> bo.groups(Shop.FOOTWEAR));

        end.happen(shop, chat);

        var bo = shop.agent(Shop.BO);
        assertThat(bo.view(chat).isDone()).isTrue();
        assertThat(Shop.reason(bo.reply(chat, "Still here"))).isEqualTo(Reason.NOT_A_PARTICIPANT);
        assertThat(Shop.reason(bo.note(chat, "Still here"))).isEqualTo(Reason.NOT_A_PARTICIPANT);
        assertThat(Shop.reason(bo.leave(chat))).isEqualTo(Reason.NOT_A_PARTICIPANT);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("B-28 what was committed before the end stays")
    void whatWasCommittedStays(End end) {
        shop.agent(Shop.BO).reply(chat, "Any charger with USB-C.").orElseThrow();
        shop.agent(Shop.BO).note(chat, "I know this one.").orElseThrow();
        var written = shop.entries(chat);

        end.happen(shop, chat);

        assertThat(shop.entries(chat)).startsWith(written.toArray(new TimelineEntry[0]));
        assertThat(Story.customerTexts(shop, chat)).contains("Any charger with USB-C.");
        assertThat(Story.texts(shop, Shop.ADA, chat)).contains("I know this one.");
    }

    @Test
    @DisplayName("B-28 until the last millisecond of their time a collaborator acts")
    void untilTheEndTheyAct() {
        shop.time.advance(Duration.ofHours(1).minusMillis(1));

        assertThat(shop.agent(Shop.BO).reply(chat, "Just in time.").isDone()).isTrue();

        shop.time.advance(Duration.ofMillis(1));
        assertThat(Shop.reason(shop.agent(Shop.BO).reply(chat, "Too late."))).isEqualTo(Reason.UNKNOWN_CONVERSATION);
        assertThat(shop.entries(chat, EntryKind.REPLY)).hasSize(1);
    }
}
