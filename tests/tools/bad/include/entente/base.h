/**
 * @file
 * A comment on the file is none on what follows.
 */
typedef struct ent_bare ent_bare;

#ifdef __cplusplus
extern "C" {
#endif

/** Said. */
typedef struct ent_said {
    int a; /**< in a comment { ( */
    int (*b)(int, /* and
                     more */
             int);
} ent_said;

struct ent_forward;
/** Said. */ ENT_API int ent_inline_comment(void);
enum ent_bare_enum { ENT_A, ENT_B };

/* Not a documenting comment. */
ENT_API int ent_plain_comment(void);

/** Too far away. */

ENT_API int ent_far(void);

/**
 * Said in several lines.
 * @param a anything
 */
ENT_MUST_USE ENT_API int ent_long(int a,
                                  int b);
ENT_API int ent_second(void);
/** Said. */
static inline int ent_body(int a) {
    if (a) { return 1; }

    return 0;
}
#define ENT_LONG(x) \
    ENT_API x
struct ent_bare_struct {
    int a;
};
#ifdef __cplusplus
}
#endif
