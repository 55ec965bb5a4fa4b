const ent_theory enti_theory_paged = {0};
