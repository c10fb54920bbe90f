package dev.collab.examples.helpdesk;

/** Holds texts that a screen finds hard to show. */
final class Texts {
    /** Several paragraphs, as people write mails. */
    static final String LONG = """
            Hello,

            last autumn I bought a pair of waxed leather boots from you, and I have worn them almost every day since. \
            They are the most comfortable boots I have ever had. Now that it rains and snows in turn they are wet every \
            evening, and I am not sure that what I do is good for them.

            What I do so far:
              1. I brush them when they are dry, which takes until the next noon.
              2. I put newspaper into them over night and change it once.
              3. Once a week I wax them with the tin that came with them.

            My questions: may they stand next to the stove, and if not, how far away? Is once a week too often, as the \
            toes have become rather dark? Does the wax of another maker do any harm? And the seam of the left one opens \
            a little at the heel; is that something you mend, or should I ask a cobbler here?

            I add that I walk about nine kilometres a day, mostly on gravel that is salted in winter, and that I would \
            rather look after this pair for years than buy another one.

            With kind regards
            Grace Nakamura
            """;

    /** A word that finds no place to break. */
    static final String UNBROKEN = "Not next to the stove, please: two metres at least. The wax is "
            + "ImprägnierungswachsfürgewachstesundungewachstesGlattledermitBienenwachsanteilohneLösungsmittelzusatz"
            + ", once a month is enough. We mend the seam: "
            + "https://lark-and-lane.example/repairs/new?boot=waxed&side=left&place=heel&since=autumn&colour=darkbrown";

    private Texts() {}
}
