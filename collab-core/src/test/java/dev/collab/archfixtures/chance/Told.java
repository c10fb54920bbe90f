package dev.collab.archfixtures.chance;

import java.time.Instant;
import java.time.InstantSource;

record Told(Instant at, InstantSource clock) {}
