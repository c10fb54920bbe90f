package dev.collab.archfixtures.statics;

enum ConstantEnum {
    ONLY
}
