package dev.collab.gates;

final class Violation {
  private Violation() {}
}
