/*
 * A build tool: turns files into a C table, so that the program needs none of them at run
 * time. Arguments are the table's name and pairs NAME PATH; the table goes to stdout.
 */
#include <stdio.h>
#include <stdlib.h>

static long embed(const char *path, int number) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(1);
    }
    printf("static const unsigned char text_%d[] = {", number);
    long size = 0;
    for (int byte; (byte = getc(file)) != EOF; size++)
        printf("%s%d,", size % 24 ? "" : "\n", byte);
    puts("0};");
    fclose(file);
    return size;
}

int main(int count, char **arguments) {
    long *sizes = calloc((size_t)count + 1, sizeof *sizes);
    const char *table = arguments[1];
    puts("#include \"declare/builtin.h\"");
    for (int i = 2; i + 1 < count; i += 2)
        sizes[i] = embed(arguments[i + 1], i);
    printf("const struct builtin %s[] = {\n", table);
    for (int i = 2; i + 1 < count; i += 2)
        printf("    {\"%s\", text_%d, %ld},\n", arguments[i], i, sizes[i]);
    printf("};\nconst size_t %s_count = %d;\n", table, (count - 2) / 2);
    free(sizes);
    return 0;
}
