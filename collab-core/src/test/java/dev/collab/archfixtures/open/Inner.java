package dev.collab.archfixtures.open;

class Inner {}
