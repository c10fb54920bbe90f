package dev.collab.examples.helpdesk.web;

import static dev.collab.examples.helpdesk.web.Requests.body;
import static dev.collab.examples.helpdesk.web.Requests.conversation;
import static dev.collab.model.InvalidArgumentException.ifNull;

import dev.collab.Collab;
import dev.collab.CustomerDesk;
import dev.collab.ListCursor;
import dev.collab.ListRequest;
import dev.collab.conversation.Cursor;
import dev.collab.conversation.OpenRequest;
import dev.collab.conversation.Page;
import dev.collab.examples.helpdesk.People;
import dev.collab.model.Channel;
import dev.collab.model.ConversationStatus;
import dev.collab.model.CustomerId;
import dev.collab.model.GroupId;
import dev.collab.model.InvalidArgumentException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does and shows at customers' desks what their pages ask for. */
final class CustomerRoutes {
    private final Collab collab;
    private final People people;
    private final MailView mail;
    private final Requests requests;

    CustomerRoutes(Collab collab, People people, MailView mail, Requests requests) {
        this.collab = collab;
        this.people = people;
        this.mail = mail;
        this.requests = requests;
    }

    void register(RoutesConfig routes) {
        var all = "/api/customers/{me}/conversations";
        var one = all + "/{conversation}";
        routes.get(all, this::list)
                .post(all, this::open)
                .get(one, this::view)
                .get(one + "/messages", this::messages)
                .post(one + "/messages", this::write)
                .post(one + "/reading", this::markRead)
                .get(one + "/mail", this::mail);
    }

    private CustomerId me(Context context) {
        var me = new CustomerId(context.pathParam("me"));
        if (people.name(me).isEmpty()) {
            throw new ProblemException(Problems.notFound());
        }
        return me;
    }

    private CustomerDesk desk(Context context) {
        var desk = collab.customer(me(context));
        return Requests.key(context).map(desk::keyed).orElse(desk);
    }

    record Rows(List<CustomerShapes.Row> rows, @Nullable String next) {}

    private void list(Context context) {
        var cursor = Requests.query(context, "cursor").map(ListCursor::new);
        var all = EnumSet.allOf(ConversationStatus.class);
        var page = desk(context).conversations(new ListRequest(all, cursor, Requests.limit(context, 50)));
        Requests.answer(
                context,
                new Rows(page.rows().stream().map(CustomerShapes::row).toList(), AgentRoutes.token(page.next())));
    }

    record Opening(
            @Nullable Channel channel,
            @Nullable String subject,
            @Nullable GroupId group,
            @Nullable String text) {}

    private void open(Context context) {
        var body = body(context, Opening.class);
        var group = ifNull("group", body.group());
        if (!people.groups().containsKey(group)) {
            throw new InvalidArgumentException("group", "must be one of the shop's");
        }
        var request = OpenRequest.of(People.SHOP, ifNull("channel", body.channel()), ifNull("text", body.text()))
                .forGroup(group)
                .from(people.name(me(context)).orElse(OpenRequest.UNNAMED));
        var subject = body.subject();
        requests.answer(
                context,
                desk(context).open(subject == null ? request : request.subject(subject)),
                id -> Map.of("id", id));
    }

    private void view(Context context) {
        requests.answer(context, desk(context).view(conversation(context)), CustomerShapes::view);
    }

    private void messages(Context context) {
        var cursor = Requests.query(context, "at").map(Cursor::new);
        requests.answer(
                context,
                desk(context).messages(conversation(context), new Page(cursor, Requests.limit(context, 50))),
                slice -> new CustomerShapes.Messages(
                        slice.entries().stream().map(CustomerShapes::entry).toList(),
                        slice.older().map(Cursor::token).orElse(null),
                        slice.newer().token()));
    }

    record Message(@Nullable String text) {}

    record Place(long sequence, Instant at) {}

    private void write(Context context) {
        var text = ifNull("text", body(context, Message.class).text());
        requests.answer(
                context,
                desk(context).write(conversation(context), text),
                done -> new Place(done.sequence(), done.at()));
    }

    record Mark(@Nullable Long sequence) {}

    private void markRead(Context context) {
        long sequence = ifNull("sequence", body(context, Mark.class).sequence());
        requests.answer(
                context,
                desk(context).markRead(conversation(context), sequence),
                first -> Map.of("firstUnread", first));
    }

    record Mails(List<CustomerShapes.Mail> mails) {}

    private void mail(Context context) {
        requests.answer(context, mail.of(me(context), conversation(context)), Mails::new);
    }
}
