package dev.collab.gates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GreetingTest {

    @Test
    void aGreetingHasALength() {
        assertEquals(5, new Greeting("Hello").length());
    }
}
