package dev.collab.examples.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.collab.examples.helpdesk.delivery.Letter;
import dev.collab.model.ConversationId;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MailTest {
    @RegisterExtension
    private final Open open = new Open();

    @Test
    @DisplayName(
            "B-44 The mail a customer got is what the notifier was handed, letter by letter, and nothing of a note")
    void handedOut() {
        var store = Store.of("");
        var client = open.shop(store);
        var refund = client.conversation("dana", "I sent two belts");
        var noor = "/api/agents/noor/conversations/" + refund;
        var dana = "/api/customers/dana/conversations/" + refund;
        var stream = client.listen("/api/customers/dana/events");
        stream.next("ready");
        client.post(noor + "/notes", "{\"text\":\"canary\"}");
        client.post(noor + "/replies", "{\"text\":\"The money is on its way.\"}");
        var mails = client.getWhen(text -> text.contains("on its way"), dana + "/mail", stream)
                .get("mails");

        var handedOut = store.deliveries().letters(new ConversationId(refund));
        assertThat(handedOut).extracting(Letter::text).contains("The money is on its way.");
        assertThat(mails.toString()).doesNotContain("canary");
        var read = new ArrayList<String>();
        for (var mail : mails) {
            if (mail.get("from").get("address").asText().startsWith("help@")) {
                read.add(mail.get("from").get("name").asText() + ": "
                        + mail.get("text").asText());
            }
        }
        assertThat(read)
                .containsExactlyElementsOf(handedOut.stream()
                        .map(letter -> letter.from() + ": " + letter.text())
                        .toList());
        // And each answers the one before, in the order the customer counts.
        for (int place = 1; place < mails.size(); place++) {
            assertThat(mails.get(place).get("inReplyTo"))
                    .isEqualTo(mails.get(place - 1).get("messageId"));
        }
        assertThat(mails).hasSameSizeAs(client.get(dana + "/messages").get("entries"));
    }

    @Test
    @DisplayName("B-48 A redacted reply is gone from the host's own copy of the mail too")
    void redacted() {
        var client = open.shop();
        var refund = client.conversation("dana", "I sent two belts");
        var noor = "/api/agents/noor/conversations/" + refund;
        var stream = client.listen("/api/customers/dana/events");
        stream.next("ready");
        var sent = client.post(noor + "/replies", "{\"text\":\"Your card number is canary.\"}");
        var mail = "/api/customers/dana/conversations/" + refund + "/mail";
        client.getWhen(text -> text.contains("canary"), mail, stream);
        client.post(noor + "/entries/" + sent.get("sequence") + "/redaction", "{}");
        var mails =
                client.getWhen(text -> !text.contains("canary"), mail, stream).get("mails");
        assertThat(mails.get(mails.size() - 1).has("text")).isFalse();
    }
}
