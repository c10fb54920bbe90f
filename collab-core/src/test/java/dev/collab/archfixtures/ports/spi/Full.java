package dev.collab.archfixtures.ports.spi;

public interface Full {
    void method1();

    void method2();

    void method3();

    void method4();

    void method5();

    void method6();

    void method7();

    void method8();

    void method9();

    void method10();

    void method11();

    void method12();

    static void free() {}
}
