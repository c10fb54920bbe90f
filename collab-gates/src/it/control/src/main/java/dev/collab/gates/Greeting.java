package dev.collab.gates;

/**
 * A word to a person.
 *
 * @param text the word
 */
public record Greeting(String text) {

    /**
     * Measures the word.
     *
     * @return its length in chars
     */
    public int length() {
        return text.length();
    }
}
