package dev.collab.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.conversation.AgentEntry;
import dev.collab.conversation.CustomerEntry;
import dev.collab.model.AgentId;
import dev.collab.model.ConversationId;
import dev.collab.model.IdentityPolicy;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private final Shop shop = Shop.open();
    private ConversationId chat;

    @BeforeEach
    void namesForCustomers() {
        shop.settings(settings -> settings.withPublicName("The Boot Shop"));
        shop.people.change(Shop.ASHA, asha -> asha.publicName("Asha from footwear"));
        shop.people.change(Shop.BO, bo -> bo.publicName("Bo from accessories"));
        shop.people.change(Shop.FIN, fin -> fin.publicName("Fin from footwear"));
        chat = shop.assignedWith(Shop.BO);
    }

    @Test
    @DisplayName("B-37 unless said otherwise every reply goes out under the assignee's public name")
    void theAssigneeSpeaks() {
        reply(Shop.ASHA);
        reply(Shop.BO);

        assertThat(presented()).containsExactly("Asha from footwear", "Asha from footwear");
    }

    @Test
    @DisplayName("B-37 while nobody is assigned the inbox speaks")
    void theInboxSpeaksWhileNobodyIsAssigned() {
        shop.agent(Shop.ASHA).release(chat).orElseThrow();

        reply(Shop.BO);

        assertThat(presented()).containsExactly("The Boot Shop");
    }

    @Test
    @DisplayName("B-37 INBOX: every reply goes out under the inbox's name")
    void theInboxSpeaks() {
        identity(IdentityPolicy.INBOX);

        reply(Shop.ASHA);
        reply(Shop.BO);

        assertThat(presented()).containsExactly("The Boot Shop", "The Boot Shop");
    }

    @Test
    @DisplayName("B-37 AUTHOR: every reply goes out under its author's public name")
    void theAuthorSpeaks() {
        identity(IdentityPolicy.AUTHOR);

        reply(Shop.ASHA);
        reply(Shop.BO);

        assertThat(presented()).containsExactly("Asha from footwear", "Bo from accessories");
    }

    @Test
    @DisplayName("B-37 the presented name is frozen when written")
    void theNameIsFrozen() {
        reply(Shop.BO);

        identity(IdentityPolicy.INBOX);
        shop.people.change(Shop.ASHA, asha -> asha.publicName("Somebody else"));
        shop.agent(Shop.ASHA).transfer(chat, Shop.FIN).orElseThrow();
        shop.settings(settings -> settings.withPublicName("The Sandal Shop"));
        reply(Shop.BO);
        identity(IdentityPolicy.ASSIGNEE);
        reply(Shop.BO);

        assertThat(presented()).containsExactly("Asha from footwear", "The Sandal Shop", "Fin from footwear");
    }

    @Test
    @DisplayName("B-37 an assignee the directory has forgotten gives way to the inbox's name")
    void withoutAnAssigneesNameTheInboxSpeaks() {
        shop.people.remove(Shop.ASHA);

        reply(Shop.BO);

        assertThat(presented()).containsExactly("The Boot Shop");
    }

    @Test
    @DisplayName("B-37 agents see the true author and the name the customer sees")
    void agentsSeeTheTrueAuthor() {
        reply(Shop.BO);

        var seen = shop.timeline(Shop.ASHA, chat).orElseThrow();

        assertThat(seen.get(seen.size() - 1)).isInstanceOfSatisfying(AgentEntry.Reply.class, reply -> {
            assertThat(reply.author().id()).isEqualTo("bo");
            assertThat(reply.author().name()).isEqualTo("Bo");
            assertThat(reply.presentedName()).isEqualTo("Asha from footwear");
        });
    }

    @Test
    @DisplayName("B-37 the customer sees one uninterrupted conversation, whoever comes and goes")
    void theCustomerSeesOneConversation() {
        reply(Shop.ASHA);
        shop.agent(Shop.BO).note(chat, "Let me take the charger.").orElseThrow();
        reply(Shop.BO);
        shop.agent(Shop.BO).leave(chat).orElseThrow();
        shop.customer().write(chat, "Thank you").orElseThrow();
        shop.agent(Shop.ASHA).transferAndStay(chat, Shop.FIN).orElseThrow();
        reply(Shop.ASHA);
        reply(Shop.FIN);

        var seen = Story.messages(shop, chat);

        assertThat(seen)
                .extracting(CustomerEntry::sequence)
                .containsExactlyElementsOf(LongStream.range(0, 6).boxed().toList());
        assertThat(Story.customerTexts(shop, chat).subList(1, 6))
                .containsExactly("By asha", "By bo", "Thank you", "By asha", "By fin");
        assertThat(shop.customer().view(chat).orElseThrow().messages()).isEqualTo(6);
    }

    private void identity(IdentityPolicy identity) {
        shop.conversations(policy -> policy.withIdentity(identity));
    }

    private void reply(AgentId author) {
        shop.agent(author).reply(chat, "By " + author).orElseThrow();
    }

    private List<String> presented() {
        return Story.messages(shop, chat).stream()
                .filter(CustomerEntry.Reply.class::isInstance)
                .map(entry -> ((CustomerEntry.Reply) entry).from())
                .toList();
    }
}
