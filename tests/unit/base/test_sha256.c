/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 against the examples of its standard. */
#include "base/sha256.h"

#include "support/fixture.h"

/* The three examples of FIPS 180-4. */
static void test_sha256(void **state) {
    static const struct {
        const char *text, *digest;
    } examples[] = {{"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
                    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
                    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"}};
    char out[65];
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        enti_sha256 sha;
        enti_sha256_init(&sha);
        for (const char *p = examples[i].text; *p != 0; p++)
            enti_sha256_add(&sha, p, 1);
        enti_sha256_text(&sha, out);
        assert_string_equal(out, examples[i].digest);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sha256)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
