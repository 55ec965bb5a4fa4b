/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data sets from files made by hand: each trap of the published ones, and what is noted of an import. */
#include "support/importing.h"

static imports w;

static int setup(void **state) {
    (void)state;
    w = imports_new();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    imports_free(&w);
    return 0;
}

/* ---- state-years ---- */

static void test_nmc(void **state) {
    ent_import_result r = import_text(&w, "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\r\n"
                                          "USA,2,1816,3823,17,80,254,8659,101,.0397,2021\r\n"
                                          "AUS,305,2016,-9,21,7,-9,8712,-9,0.0011,2021\r\n");
    (void)state;
    assert_string_equal(r.dataset, "nmc");
    assert_string_equal(r.version, "6.0");
    assert_int_equal(r.rows, 2);
    assert_int_equal(r.first_year, 1816);
    assert_int_equal(r.last_year, 2016);
    assert_int_equal(r.created, 1);
    assert_int_equal(r.unresolved, 0);
    expect_rows(&w, "SELECT import, line, ccode, year, milex, upop, cinc FROM import_nmc",
                "1|2|2|1816|3823.0|101.0|0.0397 1|3|305|2016|-|-|0.0011");
    expect_rows(&w, "SELECT value FROM meta WHERE key IN ('first_year', 'last_year') ORDER BY key", "1816 2022");
    expect_rows(&w, "SELECT type, missing, source_name FROM import_columns WHERE name = 'milex'", "real|-9|milex");
    assert_int_equal(folder_count(w.folder), 2); /* the file and the database: nothing is left beside */
}

/* Session 19 took no votes; session + 1945 is the year; the first column of a file may have no name. */
static void test_ideal_points(void **state) {
    ent_import_result r = import_text(&w, "\"\",\"ccode\",\"session\",\"NVotesAll\",\"IdealPointAll\",\"QO%All\"\n"
                                          "\"1\",2,1,42,1.67,1.09\n\"2\",2,18,30,1.5,1\n\"3\",2,20,31,NA,1\n");
    (void)state;
    assert_string_equal(r.dataset, "ideal_points");
    expect_rows(&w, "SELECT ccode, year, ideal_point, votes FROM import_ideal_points",
                "2|1946|1.67|42 2|1963|1.5|30 2|1965|-|31");
    r = import_text(&w, "Row,ccode,session,NVotes,IdealPoint,QO%,Countryname\n1,437,74,4,0.5,1,C\xF4te d'Ivoire\n");
    assert_string_equal(r.version, "2020-04");
    r = import_text(&w, "ccode,iso3c,year,idealpointfp,idealpointall,idealpointlegacy\n2,USA,2024,1.6,1.8,1.7\n");
    assert_string_equal(r.version, "2025-07");
    expect_rows(&w, "SELECT ideal_point, ideal_point_fp, ideal_point_legacy FROM import_ideal_points WHERE import = 3",
                "1.8|1.6|1.7");
}

/* Columns of V-Dem that were asked for are added; countries without a COW number stay. */
static void test_vdem(void **state) {
    ent_import_options options = ent_import_options_default();
    ent_import_result r;
    (void)state;
    options.columns = "v2x_corr,E_Pop";
    options.version = "15";
    r = import_with(&w,
                    "country_name,country_text_id,country_id,year,COWcode,v2x_polyarchy,v2x_libdem,v2x_regime,v2x_corr,"
                    "e_pop\nMexico,MEX,3,2000,70,0.6,0.4,2,0.5,98\nGaza,PSG,138,2000,,0.1,,0,,\n",
                    &options);
    assert_string_equal(r.dataset, "vdem");
    assert_string_equal(r.version, "15");
    expect_rows(&w, "SELECT ccode, year, v2x_polyarchy, v2x_regime, v2x_corr, e_pop FROM import_vdem",
                "70|2000|0.6|2|0.5|98.0 -|2000|0.1|0|-|-");
    /* A later file without those columns, and one with others, share the table. */
    import_text(&w, "country_name,country_text_id,country_id,year,COWcode,v2x_polyarchy\nMexico,MEX,3,2001,70,0.6\n");
    expect_rows(&w, "SELECT version, columns FROM imports ORDER BY id", "15|8 2001|6");
}

static void test_polity(void **state) {
    (void)state;
    import_text(&w, "p5,cyear,ccode,scode,country,year,flag,fragment,democ,autoc,polity,polity2,durable\n"
                    "0,3641950,364,USR,USSR,1950,0,,0,9,-9,-9,28\n0,21918,2,USA,US,1918,0,,-66,-77,-88,,\n");
    expect_rows(&w, "SELECT ccode, year, democ, autoc, polity, polity2 FROM import_polity ORDER BY year",
                "2|1918|-|-|-|- 365|1950|0|9|-9|-9");
}

/* Aggregates have no state; a header that two data sets share needs a word from the user. */
static void test_world_bank(void **state) {
    static const char file[] = "Country Name,Country Code,Year,Value\r\nAustralia,AUS,2000,415.5\r\n"
                               "World,WLD,2000,33000.25\r\nEl Salvador,SLV,2000,11\r\nEswatini,SWZ,2000,1\r\n";
    ent_import_options options = ent_import_options_default();
    ent_import_result r;
    (void)state;
    expect_refused(&w, file, ENT_E_ARG, 1, 0, "wb_gdp and wb_population; say which with --as");
    options.as = "wb_gdp";
    r = import_with(&w, file, &options);
    assert_int_equal(r.unresolved, 1);
    assert_string_equal(r.unresolved_codes, "WLD 1");
    assert_string_equal(r.version, "2000");
    expect_rows(&w, "SELECT iso3, ccode, gdp FROM import_wb_gdp",
                "AUS|900|415.5 WLD|-|33000.25 SLV|92|11.0 SWZ|572|1.0");
}

/* Codes outside the COW list are kept; a host under two spellings is two rows. */
static void test_troops(void **state) {
    ent_import_result r = import_text(&w, "countryname,year,ccode,iso3c,region,troops_ad\nAden,1951,1029,NA,MENA,0\n"
                                          "Bosnia & Herzegovina,2013,346,BIH,ECA,9\n"
                                          "Bosnia and Herzegovina,2013,346,BIH,ECA,0\n");
    (void)state;
    assert_string_equal(r.unresolved_codes, "1029 1");
    expect_rows(&w, "SELECT ccode, year, troops FROM import_troops", "1029|1951|0 346|2013|9 346|2013|0");
}

/* ---- ATOP ---- */

#define MEMBER_HEADER                                                                                                  \
    "atopid,cowid,cow4id,member,cowsys,yrent,moent,dayent,yrexit,moexit,dayexit,ineffect,bilat,phase,maxphase,"        \
    "wartime,termmode,termcaus,defense,offense,neutral,nonagg,consul,asymm,version\r\n"

/* 0 is in effect on the last day, blank is not known; a member has a row a phase; 8152 is no COW code. */
static void test_atop_member(void **state) {
    ent_import_result r =
        import_text(&w, MEMBER_HEADER "1320,,,8152,0,1884,6,6,1895,,,0,1,0,0,0,5,3,1,0,0,0,1,0,5.1\r\n"
                                      "3180,,,2,1,1949,4,4,0,0,0,1,0,1,2,0,,,1,0,0,0,1,1,5.1\r\n"
                                      "3180,,,2,1,1959,4,4,,,,1,0,2,2,0,,,1,0,0,0,1,1,5.1\r\n");
    (void)state;
    assert_string_equal(r.dataset, "atop_member");
    assert_string_equal(r.unresolved_codes, "8152 1");
    expect_rows(&w, "SELECT ccode, phase, cowsys, start, \"end\", ongoing, defense, asymm FROM import_atop_member",
                "8152|0|0|1884-06-06|1895|0|1|0 2|1|1|1949-04-04|-|1|1|1 2|2|1|1959-04-04|-|0|1|1");
    expect_rows(&w, "SELECT first_year, last_year FROM imports", "1884|1959");
}

static void test_atop_others(void **state) {
    (void)state;
    import_text(&w, "atopid,begyr,begmo,begday,endyr,endmo,endday,bilat,wartime,defense,offense,neutral,nonagg,consul,"
                    "asymm,mem1,mem2,version\n3180,1949,4,4,0,0,0,0,0,1,0,0,0,1,0,2,20,5.0999999\n");
    expect_rows(&w, "SELECT start, ongoing, asymm FROM import_atop_alliance", "1949-04-04|1|0");
    expect_rows(&w, "SELECT version FROM imports", "5.1");
    import_text(&w, "state,year,atopally,defense,offense,neutral,nonagg,consul,number,transyr,atopid1,version\n"
                    "2,1950,1,1,0,0,0,1,3,0,3180,5.1\n");
    expect_rows(&w, "SELECT ccode, year, defense, number FROM import_atop_state_year", "2|1950|1|3");
    import_text(&w, "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n"
                    "2,740,1960,1,0,0,0,1\n740,2,1960,0,0,0,0,1\n");
    import_text(&w, "ddyad,year,atopally,defense,offense,neutral,nonagg,consul,shareob,stateA,stateB,version\n"
                    "2000740,1961,1,1,0,0,0,1,1,2,740,5.1\n");
    expect_rows(&w, "SELECT ccode1, ccode2, year, defense FROM import_atop_dyad_year",
                "2|740|1960|1 740|2|1960|0 2|740|1961|1");
}

/* ---- spells ---- */

/* 201612 is the end of coverage, not an end. Derived files have each pair twice, and spells of "not contiguous". */
static void test_contiguity(void **state) {
    (void)state;
    import_text(&w, "dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version\n"
                    "2020,2,\"USA\",20,\"CAN\",1,192001,201612,\"with CAN, entry\",3.2\n"
                    "2040,2,\"USA\",40,\"CUB\",4,190205,190609,\"\",3.2\n");
    expect_rows(&w, "SELECT ccode1, ccode2, type, start, \"end\", ongoing FROM import_contiguity",
                "2|20|1|1920-01|-|1 2|40|4|1902-05|1906-09|0");
    import_text(&w,
                "ccode1,ccode2,conttype,stdate,enddate\n2,20,1,1920-01-01,2016-12-01\n2,365,0,1816-01-01,1958-12-01\n"
                "20,2,1,1920-01-01,2016-12-01\n365,2,5,1959-01-01,2016-12-01\n");
    expect_rows(&w, "SELECT ccode1, ccode2, type, start, ongoing FROM import_contiguity WHERE import = 2",
                "2|20|1|1920-01|1 2|365|5|1959-01|1");
    expect_rows(&w, "SELECT rows FROM imports ORDER BY id", "2 2");
    import_text(&w,
                "dyad,state1no,state1ab,state2no,state2ab,year,conttype,version\n210220,210,NTH,220,FRN,1830,1,3.2\n"
                "210220,210,NTH,220,FRN,1830,5,3.2\n");
    expect_rows(&w, "SELECT ccode1, ccode2, year, type FROM import_contiguity_year", "210|220|1830|1 210|220|1830|5");
}

/* The greatest end is the end of coverage only where the file reaches our time: a file on the past has none. */
static void test_coverage(void **state) {
    static const char header[] = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n";
    char *file =
        text_of("%sUSA,2,United States,1816,1,1,2016,12,31,2016\nGMY,255,Germany,1816,1,1,1945,5,8,2016\n", header);
    (void)state;
    import_text(&w, file);
    free(file);
    expect_rows(&w, "SELECT ccode, start, \"end\", ongoing FROM import_cow_states",
                "2|1816-01-01|-|1 255|1816-01-01|1945-05-08|0");
    file = text_of("%sBAV,245,Bavaria,1816,1,1,1871,1,18,2016\n", header);
    import_text(&w, file);
    free(file);
    expect_rows(&w, "SELECT \"end\", ongoing FROM import_cow_states WHERE import = 2", "1871-01-18|0");
}

/* 2020 is open. One list has kinds as flags, the other as words; both are one table. */
static void test_rivalries(void **state) {
    ent_import_result r;
    (void)state;
    r = import_text(&w,
                    "tssr_id,rivalry,ccode1,ccode2,start,end,positional,spatial,ideological,interventionary,principal,"
                    "aprin\n1,Austria-France,220,300,1494,1918,1,1,,,,\n9,China-US,2,710,1996,2020,1,,1,,1,\n");
    assert_string_equal(r.version, "2021");
    expect_rows(&w, "SELECT name, start, \"end\", ongoing, types FROM import_rivalries WHERE rivalry = 9",
                "China-US|1996|-|1|positional ideological");
    r = import_text(&w, "rivalryno,rivalryname,ccode1,ccode2,styear,endyear,region,type1,type2,type3\n"
                        "1,Austria-France,220,300,1494,1918,European GPs,spatial,positional,\n"
                        "4,Iran-Iraq,630,645,1958,2010,ME,spatial,,\n");
    assert_string_equal(r.version, "2012");
    expect_rows(&w, "SELECT types, ongoing FROM import_rivalries WHERE import = 2", "spatial positional|0 spatial|1");
    /* Spells from 1494 say nothing of the years the data cover. */
    expect_rows(&w, "SELECT value FROM meta WHERE key = 'first_year'", "1946");
}

static void test_leaders(void **state) {
    (void)state;
    import_text(&w, "obsid,gwcode,leadid,leader,yrborn,gender,startdate,enddate,entry,exit,exitcode\n"
                    "GFR-1982,260,x,Kohl,1930,M,1982-10-01,1998-10-27,Regular,Regular,Regular\n"
                    "GFR-1998,260,x,Schroeder,1944,M,1998-10-27,2005-11-22,Regular,Regular,Regular\n");
    expect_rows(&w, "SELECT gwcode, ccode, leader FROM import_leaders", "260|260|Kohl 260|255|Schroeder");
}

/* Bare CR; -8 is no date; a participant that came back has a second spell. */
static void test_wars(void **state) {
    ent_import_result r = import_text(
        &w, "WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1,"
            "StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,Initiator,Outcome,BatDeath,Version\r"
            "1,Franco-Spanish War,1,230,Spain,2,4,7,1823,11,13,1823,-8,-8,-8,-8,-8,-8,2,2,600,4\r"
            "100,First Balkan,1,350,Greece,1,10,18,1912,12,3,1912,2,3,1913,4,-9,1913,1,1,5000,4\r");
    (void)state;
    assert_string_equal(r.version, "4.0");
    assert_int_equal(r.records, 2);
    expect_rows(&w, "SELECT line, ccode, start, \"end\", initiator FROM import_wars",
                "2|230|1823-04-07|1823-11-13|0 3|350|1912-10-18|1912-12-03|1 3|350|1913-02-03|1913-04|1");
}

/* ---- dyads, events, organisations ---- */

/* A pair in the wrong order is turned round with what belongs to either side. */
static void test_trade(void **state) {
    (void)state;
    import_text(&w, "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,version\n"
                    "2,20,1920,USA,Canada,612,-9,612,735,4\n20,2,1921,Canada,USA,7,8,9,10,4\n");
    expect_rows(&w, "SELECT * FROM import_trade_dyad",
                "1|2|2|20|1920|612.0|-|612.0|735.0 1|3|2|20|1921|8.0|7.0|10.0|9.0");
}

static void test_disputes(void **state) {
    (void)state;
    import_text(
        &w,
        "dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,fatality,fatalpre,maxdur,mindur,"
        "hiact,hostlev,recip,numa,numb,ongo2014,version\r\n2,-9,7,1902,24,1,1903,6,1,0,-9,208,178,7,3,0,1,1,0,5\r\n");
    expect_rows(&w, "SELECT start, \"end\", fatalpre, version FROM import_mid_dispute, imports",
                "1902-07|1903-01-24|-|5.0");
    import_text(&w,
                "dispnum,ccode1,ccode2,year,cowmidongoing,cowmidonset,sidea1,sidea2,fatality1,fatality2,hiact1,hiact2,"
                "hostlev1,hostlev2,orig1,orig2,fatality,hostlev\n3900,2,20,1989,1,1,0,1,0,0,0,16,1,4,1,1,0,4\n");
    expect_rows(&w, "SELECT onset, hiact2, hostlev FROM import_mid_dyad_year", "1|16|4");
}

/* The Federal Republic has no code in the list of votes; its year is that of the roll call. Namibia's code is NA. */
static void test_votes(void **state) {
    static const char votes[] = "rcid,country,country_code,vote\n2550,Federal Republic of Germany,,yes\n"
                                "2550,German Democratic Republic,DD,no\n2550,Namibia,NA,abstain\n3700,Germany,DE,yes\n";
    ent_import_result r = import_text(&w, votes);
    (void)state;
    assert_string_equal(r.unresolved_codes, "Federal Republic of Ger 1");
    import_text(
        &w,
        "rcid,session,importantvote,date,unres,amend,para,short,descr\n"
        "2550,38,0,1983-12-07,R/38/183C,0,0,\"NUCLEAR, X\",\"TO \"\"ENCOURAGE\"\"\"\n3700,47,1,1992-12-02,,,,a,b\n");
    r = import_text(&w, votes);
    assert_int_equal(r.replaced, 1);
    assert_int_equal(r.id, 1);
    expect_rows(&w, "SELECT iso2, ccode, vote FROM import_un_votes", "-|260|yes DD|265|no NA|565|abstain DE|255|yes");
    expect_rows(&w, "SELECT year, date, important, resolution FROM import_un_roll_calls",
                "1983|1983-12-07|0|R/38/183C 1992|1992-12-02|1|-");
    expect_rows(&w, "SELECT count(*) FROM imports", "2");
}

/* Wide files to long rows: -1 and -9 give none, 0 does. Both layouts give the same. */
static void test_organisations(void **state) {
    ent_import_result r =
        import_text(&w, "ccode,year,state,aaaid,nato,un\n2,1950,usa,-1,1,1\n160,1950,argentina,-1,0,-9\n");
    (void)state;
    assert_string_equal(r.dataset, "igo_state_year");
    assert_int_equal(r.records, 2);
    expect_rows(&w, "SELECT ccode, year, igo, status FROM import_igo_state_year",
                "2|1950|nato|1 2|1950|un|1 160|1950|nato|0");
    import_text(&w, "ioname,orgname,year,argentina,usa,sdate,deaddate,longorgname\nNATO,Nato,1950,0,1,1949,,x\n"
                    "UN,United Nations,1950,-9,1,1945,,y\n");
    expect_rows(&w, "SELECT ccode, year, igo, status FROM import_igo_state_year WHERE import = 2",
                "160|1950|nato|0 2|1950|nato|1 2|1950|un|1");
    expect_refused(&w, "ioname,orgname,year,atlantis,usa,sdate\nNATO,Nato,1950,0,1,1949\n", ENT_E_PARSE, 1, 4,
                   "\"atlantis\" is the name of no state");
    expect_refused(&w, "ioname,orgname,year,usa,sdate\nNATO,Nato,1950,7,1949\n", ENT_E_PARSE, 2, 4, "expected 0 to 3");
    import_text(&w, "ccode,year,state,igo,membership\n2,1952,usa,anzus,1\n");
    expect_rows(&w, "SELECT igo, status FROM import_igo_state_year WHERE import = 3", "anzus|1");
}

/* One file, two tables; entries may be called 3+1. */
static void test_desta(void **state) {
    ent_import_result r = import_text(
        &w, "\"number\";\"base_treaty\";\"name\";\"entry_type\";\"consolidated\";\"year\";\"entryforceyear\";\"c1\";"
            "\"c2\";\"c3\"\n"
            "\"3\";3;\"Africa; "
            "all\";\"base_treaty\";NA;1962;1963;12;818;NA\n\"3+1\";3;Mali;accession;NA;1970;NA;466;999;NA\n");
    (void)state;
    assert_string_equal(r.also, "desta_members");
    assert_int_equal(r.also_rows, 4);
    expect_rows(&w, "SELECT number, name, entry_force FROM import_desta", "3|Africa; all|1963 3+1|Mali|-");
    expect_rows(&w, "SELECT number, iso_number, ccode, year FROM import_desta_members",
                "3|12|615|1962 3|818|651|1962 3+1|466|432|1970 3+1|999|-|1970");
}

/* ---- what is noted ---- */

/* A file again replaces itself under its number; another version stands beside, and the highest is in force. */
static void test_versions(void **state) {
    static const char header[] = "stateabb,ccode,year,version\n";
    ent_imports list = {.count = 0};
    ent_error err = {.status = ENT_OK};
    char *first = text_of("%sUSA,2,1816,2024\nUSA,2,2024,2024\n", header);
    char *second = text_of("%sUSA,2,1816,2016\n", header);
    ent_import_result r;
    (void)state;
    import_text(&w, first);
    import_text(&w, second);
    r = import_text(&w, first);
    assert_int_equal(r.replaced, 1);
    assert_int_equal(r.id, 1);
    expect_rows(&w, "SELECT import, year FROM import_cow_system ORDER BY import, year", "1|1816 1|2024 2|1816");
    must(ent_imports_list(w.database, &list, &err), &err);
    assert_int_equal(list.count, 2);
    assert_string_equal(list.rows[0].version, "2024");
    assert_int_equal(list.rows[0].in_force, 1);
    assert_int_equal(list.rows[1].in_force, 0);
    assert_string_equal(list.rows[1].file, "made.csv");
    ent_imports_free(&list);
    free(first);
    free(second);
}

/* A part of an edition is not newer than the whole because its years are greater numbers than 7.0. */
static void test_part_of_an_edition(void **state) {
    static const char header[] = "ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n";
    static const char *const years[][2] = {{"2022", "7.0"}, {"2000", ""}, {"2024", "2024"}};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        char *text = text_of("%s2,%s,1,1,1,1,1,1,.1\n", header, years[i][0]);
        ent_import_result r = import_text(&w, text);
        assert_string_equal(r.version, years[i][1]);
        free(text);
    }
}

/* The same files give the same bytes, and so does a file imported twice. */
static void test_same_bytes(void **state) {
    static const char *const files[] = {"stateabb,ccode,year,version\nUSA,2,1816,2016\n",
                                        "ccode,year,imports,exports\n2,1870,450,418\n20,1870,-9,3\n"};
    char *bytes[2];
    size_t sizes[2];
    (void)state;
    for (int turn = 0; turn < 2; turn++) {
        (void)remove(w.database);
        import_text(&w, files[0]);
        import_text(&w, files[1]);
        bytes[turn] = file_read(w.database, &sizes[turn]);
    }
    assert_int_equal(sizes[0], sizes[1]);
    assert_memory_equal(bytes[0], bytes[1], sizes[0]);
    free(bytes[0]);
    free(bytes[1]);
}

/* Removing gives back the years of the snapshot; an export has the table as it was imported. */
static void test_remove_and_export(void **state) {
    ent_error err = {.status = ENT_OK};
    int64_t removed = 0;
    char *out = text_of("%s/out", w.folder), *text;
    size_t size;
    (void)state;
    import_text(
        &w, "ccode,capital,stdate,enddate,lat,lng\n2,\"Washington, \"\"D.C.\"\"\",1816-01-01,2024-12-31,38.9,-77\n");
    import_text(&w, "ccode,year,imports,exports\n2,1870,450,-9\n");
    must(ent_import_export(w.database, "capitals", ENT_EXPORT_CSV, out, &err), &err);
    text = file_read(out, &size);
    assert_string_equal(text, "import,line,ccode,capital,lat,lon,start,end,ongoing\n"
                              "1,2,2,\"Washington, \"\"D.C.\"\"\",38.9,-77,1816-01-01,,1\n");
    free(text);
    must(ent_import_export(w.database, "2", ENT_EXPORT_TSV, out, &err), &err);
    text = file_read(out, &size);
    assert_string_equal(text, "import\tline\tccode\tyear\timports\texports\n2\t2\t2\t1870\t450\t\n");
    free(text);
    must(ent_import_export(w.database, "trade_state", ENT_EXPORT_JSON, out, &err), &err);
    text = file_read(out, &size);
    assert_string_equal(text,
                        "[\n{\"import\":2,\"line\":2,\"ccode\":2,\"year\":1870,\"imports\":450,\"exports\":null}\n]\n");
    free(text);
    assert_int_equal(ent_import_export(w.database, "nmc", ENT_EXPORT_CSV, out, &err), ENT_E_MISSING);
    assert_int_equal(ent_import_export(NULL, "nmc", ENT_EXPORT_CSV, out, &err), ENT_E_MISSING);
    expect_rows(&w, "SELECT value FROM meta WHERE key = 'first_year'", "1870");
    must(ent_import_remove(w.database, "trade_state", &removed, &err), &err);
    assert_int_equal(removed, 1);
    expect_rows(&w, "SELECT value FROM meta WHERE key = 'first_year'", "1946");
    expect_rows(&w, "SELECT count(*) FROM sqlite_schema WHERE name = 'import_trade_state'", "0");
    assert_int_equal(ent_import_remove(w.database, "trade_state", &removed, &err), ENT_E_MISSING);
    must(ent_import_remove(w.database, "1", &removed, &err), &err);
    expect_rows(&w, "SELECT count(*) FROM imports", "0");
    free(out);
}

/* What is imported does not change what the snapshot answers. */
static void test_snapshot_answers(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_world *file = NULL, *own = NULL;
    ent_entity a, b;
    (void)state;
    import_text(&w, "stateabb,ccode,year,version\nUSA,2,1816,2016\n");
    must(world_try(w.database, &file, &err), &err);
    must(world_try(NULL, &own, &err), &err);
    must(ent_world_find(file, "China", 2014, &a, NULL, &err), &err);
    must(ent_world_find(own, "China", 2014, &b, NULL, &err), &err);
    assert_int_equal(a.code, b.code);
    ent_world_close(file);
    ent_world_close(own);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_nmc),
        TEST(test_ideal_points),
        TEST(test_vdem),
        TEST(test_polity),
        TEST(test_world_bank),
        TEST(test_troops),
        TEST(test_atop_member),
        TEST(test_atop_others),
        TEST(test_contiguity),
        TEST(test_coverage),
        TEST(test_rivalries),
        TEST(test_leaders),
        TEST(test_wars),
        TEST(test_trade),
        TEST(test_disputes),
        TEST(test_votes),
        TEST(test_organisations),
        TEST(test_desta),
        TEST(test_versions),
        TEST(test_same_bytes),
        TEST(test_part_of_an_edition),
        TEST(test_remove_and_export),
        TEST(test_snapshot_answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
