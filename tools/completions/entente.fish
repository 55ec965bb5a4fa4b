# Printed by: entente help --completion fish

function __entente_in
    __fish_seen_subcommand_from $argv[1]
end

function __entente_states
    printf '%s\n' \
        'United States' \
        'USA' \
        'Canada' \
        'CAN' \
        'Bahamas' \
        'BHS' \
        'Cuba' \
        'CUB' \
        'Haiti' \
        'HTI' \
        'Dominican Republic' \
        'DOM' \
        'Jamaica' \
        'JAM' \
        'Trinidad and Tobago' \
        'TTO' \
        'Barbados' \
        'BRB' \
        'Dominica' \
        'DMA' \
        'Grenada' \
        'GRD' \
        'Saint Lucia' \
        'LCA' \
        'Saint Vincent and the Grenadines' \
        'VCT' \
        'Antigua and Barbuda' \
        'ATG' \
        'Saint Kitts and Nevis' \
        'KNA' \
        'Mexico' \
        'MEX' \
        'Belize' \
        'BLZ' \
        'Guatemala' \
        'GTM' \
        'Honduras' \
        'HND' \
        'El Salvador' \
        'SLV' \
        'Nicaragua' \
        'NIC' \
        'Costa Rica' \
        'CRI' \
        'Panama' \
        'PAN' \
        'Colombia' \
        'COL' \
        'Venezuela' \
        'VEN' \
        'Guyana' \
        'GUY' \
        'Suriname' \
        'SUR' \
        'Ecuador' \
        'ECU' \
        'Peru' \
        'PER' \
        'Brazil' \
        'BRA' \
        'Bolivia' \
        'BOL' \
        'Paraguay' \
        'PRY' \
        'Chile' \
        'CHL' \
        'Argentina' \
        'ARG' \
        'Uruguay' \
        'URY' \
        'United Kingdom' \
        'GBR' \
        'Ireland' \
        'IRL' \
        'Netherlands' \
        'NLD' \
        'Belgium' \
        'BEL' \
        'Luxembourg' \
        'LUX' \
        'France' \
        'FRA' \
        'Monaco' \
        'MCO' \
        'Liechtenstein' \
        'LIE' \
        'Switzerland' \
        'CHE' \
        'Spain' \
        'ESP' \
        'Andorra' \
        'AND' \
        'Portugal' \
        'PRT' \
        'Hanover' \
        'Bavaria' \
        'Germany' \
        'DEU' \
        'West Germany' \
        'DEU' \
        'East Germany' \
        'DDR' \
        'Baden' \
        'Saxony' \
        'Württemberg' \
        'Hesse-Kassel' \
        'Hesse-Darmstadt' \
        'Mecklenburg-Schwerin' \
        'Poland' \
        'POL' \
        'Austria-Hungary' \
        'Austria' \
        'AUT' \
        'Hungary' \
        'HUN' \
        'Czechoslovakia' \
        'CSK' \
        'Czechia' \
        'CZE' \
        'Slovakia' \
        'SVK' \
        'Italy' \
        'ITA' \
        'Papal States' \
        'Two Sicilies' \
        'San Marino' \
        'SMR' \
        'Modena' \
        'Parma' \
        'Tuscany' \
        'Malta' \
        'MLT' \
        'Albania' \
        'ALB' \
        'Montenegro' \
        'MNE' \
        'North Macedonia' \
        'MKD' \
        'Croatia' \
        'HRV' \
        'Serbia' \
        'SRB' \
        'Bosnia and Herzegovina' \
        'BIH' \
        'Kosovo' \
        'XKX' \
        'Slovenia' \
        'SVN' \
        'Greece' \
        'GRC' \
        'Cyprus' \
        'CYP' \
        'Bulgaria' \
        'BGR' \
        'Moldova' \
        'MDA' \
        'Romania' \
        'ROU' \
        'Russia' \
        'RUS' \
        'Estonia' \
        'EST' \
        'Latvia' \
        'LVA' \
        'Lithuania' \
        'LTU' \
        'Ukraine' \
        'UKR' \
        'Belarus' \
        'BLR' \
        'Armenia' \
        'ARM' \
        'Georgia' \
        'GEO' \
        'Azerbaijan' \
        'AZE' \
        'Finland' \
        'FIN' \
        'Sweden' \
        'SWE' \
        'Norway' \
        'NOR' \
        'Denmark' \
        'DNK' \
        'Iceland' \
        'ISL' \
        'Cabo Verde' \
        'CPV' \
        'São Tomé and Príncipe' \
        'STP' \
        'Guinea-Bissau' \
        'GNB' \
        'Equatorial Guinea' \
        'GNQ' \
        'Gambia' \
        'GMB' \
        'Mali' \
        'MLI' \
        'Senegal' \
        'SEN' \
        'Benin' \
        'BEN' \
        'Mauritania' \
        'MRT' \
        'Niger' \
        'NER' \
        'Côte d'\''Ivoire' \
        'CIV' \
        'Guinea' \
        'GIN' \
        'Burkina Faso' \
        'BFA' \
        'Liberia' \
        'LBR' \
        'Sierra Leone' \
        'SLE' \
        'Ghana' \
        'GHA' \
        'Togo' \
        'TGO' \
        'Cameroon' \
        'CMR' \
        'Nigeria' \
        'NGA' \
        'Gabon' \
        'GAB' \
        'Central African Republic' \
        'CAF' \
        'Chad' \
        'TCD' \
        'Republic of the Congo' \
        'COG' \
        'DR Congo' \
        'COD' \
        'Uganda' \
        'UGA' \
        'Kenya' \
        'KEN' \
        'Tanzania' \
        'TZA' \
        'Zanzibar' \
        'Burundi' \
        'BDI' \
        'Rwanda' \
        'RWA' \
        'Somalia' \
        'SOM' \
        'Djibouti' \
        'DJI' \
        'Ethiopia' \
        'ETH' \
        'Eritrea' \
        'ERI' \
        'Angola' \
        'AGO' \
        'Mozambique' \
        'MOZ' \
        'Zambia' \
        'ZMB' \
        'Zimbabwe' \
        'ZWE' \
        'Malawi' \
        'MWI' \
        'South Africa' \
        'ZAF' \
        'Namibia' \
        'NAM' \
        'Lesotho' \
        'LSO' \
        'Botswana' \
        'BWA' \
        'Eswatini' \
        'SWZ' \
        'Madagascar' \
        'MDG' \
        'Comoros' \
        'COM' \
        'Mauritius' \
        'MUS' \
        'Seychelles' \
        'SYC' \
        'Morocco' \
        'MAR' \
        'Algeria' \
        'DZA' \
        'Tunisia' \
        'TUN' \
        'Libya' \
        'LBY' \
        'Sudan' \
        'SDN' \
        'South Sudan' \
        'SSD' \
        'Iran' \
        'IRN' \
        'Türkiye' \
        'TUR' \
        'Iraq' \
        'IRQ' \
        'Egypt' \
        'EGY' \
        'Syria' \
        'SYR' \
        'Lebanon' \
        'LBN' \
        'Jordan' \
        'JOR' \
        'Israel' \
        'ISR' \
        'Saudi Arabia' \
        'SAU' \
        'North Yemen' \
        'YEM' \
        'Yemen' \
        'YEM' \
        'South Yemen' \
        'YMD' \
        'Kuwait' \
        'KWT' \
        'Bahrain' \
        'BHR' \
        'Qatar' \
        'QAT' \
        'United Arab Emirates' \
        'ARE' \
        'Oman' \
        'OMN' \
        'Afghanistan' \
        'AFG' \
        'Turkmenistan' \
        'TKM' \
        'Tajikistan' \
        'TJK' \
        'Kyrgyzstan' \
        'KGZ' \
        'Uzbekistan' \
        'UZB' \
        'Kazakhstan' \
        'KAZ' \
        'China' \
        'CHN' \
        'Mongolia' \
        'MNG' \
        'Taiwan' \
        'TWN' \
        'Korea' \
        'North Korea' \
        'PRK' \
        'South Korea' \
        'KOR' \
        'Japan' \
        'JPN' \
        'India' \
        'IND' \
        'Bhutan' \
        'BTN' \
        'Pakistan' \
        'PAK' \
        'Bangladesh' \
        'BGD' \
        'Myanmar' \
        'MMR' \
        'Sri Lanka' \
        'LKA' \
        'Maldives' \
        'MDV' \
        'Nepal' \
        'NPL' \
        'Thailand' \
        'THA' \
        'Cambodia' \
        'KHM' \
        'Laos' \
        'LAO' \
        'Vietnam' \
        'VNM' \
        'South Vietnam' \
        'Malaysia' \
        'MYS' \
        'Singapore' \
        'SGP' \
        'Brunei' \
        'BRN' \
        'Philippines' \
        'PHL' \
        'Indonesia' \
        'IDN' \
        'Timor-Leste' \
        'TLS' \
        'Australia' \
        'AUS' \
        'Papua New Guinea' \
        'PNG' \
        'New Zealand' \
        'NZL' \
        'Vanuatu' \
        'VUT' \
        'Solomon Islands' \
        'SLB' \
        'Kiribati' \
        'KIR' \
        'Tuvalu' \
        'TUV' \
        'Fiji' \
        'FJI' \
        'Tonga' \
        'TON' \
        'Nauru' \
        'NRU' \
        'Marshall Islands' \
        'MHL' \
        'Palau' \
        'PLW' \
        'Federated States of Micronesia' \
        'FSM' \
        'Samoa' \
        'WSM' \
        'United Provinces of Central America' \
        'Gran Colombia' \
        'Abkhazia' \
        'South Ossetia' \
        'Transvaal' \
        'Orange Free State' \
        'Tibet' \
        'Vietnam (Annam)' \
        'European Union' \
        'EUE' \
        'Cook Islands' \
        'COK' \
        'Palestine' \
        'PSE' \
        'Holy See' \
        'VAT' \
        'Niue' \
        'NIU' \
        'Western Sahara' \
        'ESH'
end

function __entente_forums
    printf '%s\n' \
        'aes' \
        'anzus' \
        'arab-league' \
        'arf' \
        'asean' \
        'au' \
        'aukus' \
        'bri' \
        'brics' \
        'bucharest-nine' \
        'cascf' \
        'cento' \
        'china-ceec' \
        'cica' \
        'cis' \
        'csto' \
        'eaeu' \
        'ecowas' \
        'eu' \
        'five-eyes' \
        'focac' \
        'fpda' \
        'g7' \
        'gcc' \
        'guam' \
        'jef' \
        'nam' \
        'nato' \
        'oas' \
        'oic' \
        'otc-turkic' \
        'quad' \
        'ric' \
        'rio-pact' \
        'sco' \
        'seato' \
        'shanghai-five' \
        'unsc-p5' \
        'visegrad' \
        'warsaw-pact' \
        'weu'
end

function __entente_parameters
    printf '%s\n' \
        'const' \
        'ln_distance' \
        'contiguous' \
        'ln_common_allies' \
        'interest_gap' \
        'regime_gap' \
        'mutual_rivalry' \
        'era_1990' \
        'shared_rival' \
        'shared_x_unshared' \
        'sqrt_gain' \
        'ln_partner_capability' \
        'autonomy' \
        'shift_of_power' \
        'trade_at_stake' \
        'ally_share' \
        'contest' \
        'reach_power' \
        'proxy_reach' \
        'reach_km' \
        'rivalries_supplementary' \
        'dispute_weight' \
        'support_cut' \
        'support_blocks' \
        'support_favours' \
        'line_cut' \
        'practice_cut' \
        'practice_cut_trade' \
        'word_enables' \
        'word_favours' \
        'word_blocks' \
        'belief_weight_p1' \
        'belief_weight_i1' \
        'belief_sd_p1' \
        'belief_sd_i1' \
        'belief_threshold' \
        'belief_softness' \
        'belief_shut' \
        'acute_middle' \
        'acute_width' \
        'belief_demonstration' \
        'trust_enables' \
        'trust_favours' \
        'trust_neutral' \
        'coercion_years' \
        'patron_scenario' \
        'patron_size' \
        'patron_unwilling' \
        'willing_middle' \
        'willing_width' \
        'pact_with_excluded' \
        'pact_with_rival' \
        'pact_dormant' \
        'supplementary_weight' \
        'dormant_years' \
        'dormant_exercise_years' \
        'founding_rate' \
        'bound_const' \
        'bound_slope' \
        'bound_bend' \
        'exit_hazard_before_1919' \
        'exit_hazard_before_1946' \
        'exit_hazard_before_1991' \
        'exit_hazard_from_1991' \
        'group_rivalry' \
        'group_cohesion' \
        'group_patron' \
        'unit_interest' \
        'unit_regime' \
        'landscape_rivalry' \
        'landscape_war' \
        'landscape_defence' \
        'landscape_treaty' \
        'landscape_votes' \
        'landscape_regime' \
        'wedge_baseline' \
        'wedge_pass_through' \
        'wedge_trade_full' \
        'wedge_trade' \
        'wedge_supply' \
        'wedge_coercion' \
        'wedge_bases' \
        'wedge_treaty' \
        'wedge_title' \
        'wedge_forum' \
        'wedge_rival' \
        'wedge_carry' \
        'wedge_counter' \
        'durability_unheld' \
        'durability_demonstration' \
        'durability_garrison' \
        'durability_contagion' \
        'durability_end' \
        'blocs_defence' \
        'blocs_shallow' \
        'blocs_treaty' \
        'blocs_title' \
        'blocs_rivalry' \
        'blocs_war' \
        'blocs_resolution' \
        'blocs_cohesion' \
        'blocs_opposition' \
        'blocs_camp' \
        'blocs_hedge'
end

function __entente_commands
    printf '%s\n' \
        'assess' \
        'audit' \
        'partners' \
        'beliefs' \
        'blocs' \
        'landscape' \
        'wedge' \
        'durability' \
        'institution' \
        'tie' \
        'cite' \
        'state' \
        'panel' \
        'measure' \
        'rerun' \
        'data' \
        'help' \
        'version'
end

complete -c entente -f
complete -c entente -n __fish_use_subcommand -a assess -d 'why two states have, or have not, allied, and what would change it'
complete -c entente -n '__entente_in assess' -a '(__entente_states)'
complete -c entente -n '__entente_in assess' -l year -s y -r -d 'calendar year to look at (default: the last year of the data)'
complete -c entente -n '__entente_in assess' -l horizon -r -d 'how far ahead the hazard looks, 1 to 50 (default 5)'
complete -c entente -n '__entente_in assess' -l under -r -a 'pressure primacy both none' -d 'what drives the patron: pressure, primacy or both; partners also takes none (default both)'
complete -c entente -n '__entente_in assess' -l explain -s e -d 'open every number to its source row, formula and parameters'
complete -c entente -n '__entente_in assess' -l set -r -a '(__entente_parameters)' -d 'set a parameter inside its range; may be repeated'
complete -c entente -n '__entente_in assess' -l explain-defaults -d 'list all parameters with range, default, origin and meaning, and stop'
complete -c entente -n '__entente_in assess' -l variant -r -a 'snapshot-NR import-NR import-CINC' -d 'data level to use: snapshot-NR, import-NR or import-CINC (default: what the data allow)'
complete -c entente -n '__entente_in assess' -l draws -r -d 'parameter draws for intervals and robustness, 0 to 100000 (default 2000, for an audit 200)'
complete -c entente -n '__entente_in assess' -l seed -r -d 'seed of the draws; the same seed gives the same answer (default 1)'
complete -c entente -n '__entente_in assess' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in assess' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in assess' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in assess' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in assess' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in assess' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a audit -d 'whether a group of states could become an alliance, and who stands in the way'
complete -c entente -n '__entente_in audit' -a '(__entente_forums)'
complete -c entente -n '__entente_in audit' -l members -r -a '(__entente_states)' -d 'states parted by commas, in place of a forum'
complete -c entente -n '__entente_in audit' -l year -s y -r -d 'calendar year to look at (default: the last year of the data)'
complete -c entente -n '__entente_in audit' -l exclude -r -a '(__entente_states)' -d 'the power left out (default: audit, the outside power behind most members; partners, the greatest threat)'
complete -c entente -n '__entente_in audit' -l upgrade -r -a 'consultation crisis-centre defence' -d 'what the group might add: consultation, crisis-centre, defence; several parted by commas'
complete -c entente -n '__entente_in audit' -l explain -s e -d 'open every number to its source row, formula and parameters'
complete -c entente -n '__entente_in audit' -l set -r -a '(__entente_parameters)' -d 'set a parameter inside its range; may be repeated'
complete -c entente -n '__entente_in audit' -l variant -r -a 'snapshot-NR import-NR import-CINC' -d 'data level to use: snapshot-NR, import-NR or import-CINC (default: what the data allow)'
complete -c entente -n '__entente_in audit' -l draws -r -d 'parameter draws for intervals and robustness, 0 to 100000 (default 2000, for an audit 200)'
complete -c entente -n '__entente_in audit' -l seed -r -d 'seed of the draws; the same seed gives the same answer (default 1)'
complete -c entente -n '__entente_in audit' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in audit' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in audit' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in audit' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in audit' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in audit' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a partners -d 'whom a power would pick as allies, and what each candidate would have to change'
complete -c entente -n '__entente_in partners' -a '(__entente_states)'
complete -c entente -n '__entente_in partners' -l year -s y -r -d 'calendar year to look at (default: the last year of the data)'
complete -c entente -n '__entente_in partners' -l under -r -a 'pressure primacy both none' -d 'what drives the patron: pressure, primacy or both; partners also takes none (default both)'
complete -c entente -n '__entente_in partners' -l exclude -r -a '(__entente_states)' -d 'the power left out (default: audit, the outside power behind most members; partners, the greatest threat)'
complete -c entente -n '__entente_in partners' -l ambition -r -d '0 to 1, in place of the patron\'s capability relative to the largest'
complete -c entente -n '__entente_in partners' -l top -r -d 'candidates to explain, 1 to 256 (default 10)'
complete -c entente -n '__entente_in partners' -l set-aside-dormant -d 'pacts on paper only do not count against a candidate'
complete -c entente -n '__entente_in partners' -l explain -s e -d 'open every number to its source row, formula and parameters'
complete -c entente -n '__entente_in partners' -l set -r -a '(__entente_parameters)' -d 'set a parameter inside its range; may be repeated'
complete -c entente -n '__entente_in partners' -l variant -r -a 'snapshot-NR import-NR import-CINC' -d 'data level to use: snapshot-NR, import-NR or import-CINC (default: what the data allow)'
complete -c entente -n '__entente_in partners' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in partners' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in partners' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in partners' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in partners' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in partners' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a beliefs -d 'what leaders\' speeches say of their beliefs, and whether two leaders are alike'
complete -c entente -n '__entente_in beliefs' -F -a '(__entente_commands)'
complete -c entente -n '__entente_in beliefs' -l codes -r -F -d 'codes or counts of speeches, in place of those in the data; may be repeated'
complete -c entente -n '__entente_in beliefs' -l domain -r -a 'foreign domestic all' -d 'acts that count: foreign, domestic or all (default foreign)'
complete -c entente -n '__entente_in beliefs' -l others -r -a 'actors all' -d 'who is other: actors, or all that is not self, as norms have it (default actors)'
complete -c entente -n '__entente_in beliefs' -l mode -r -a 'all prepared spontaneous' -d 'texts that count: all, prepared or spontaneous (default all)'
complete -c entente -n '__entente_in beliefs' -l agreed -d 'only codes on which both coders agree'
complete -c entente -n '__entente_in beliefs' -l from -r -d 'first year to cover (default: from the start)'
complete -c entente -n '__entente_in beliefs' -l to -r -d 'last year to cover (default: to the end)'
complete -c entente -n '__entente_in beliefs' -l least-verbs -r -d 'texts with fewer codes are flagged, 1 to 10000 (default 15)'
complete -c entente -n '__entente_in beliefs' -l norm -r -d 'norm for standard deviations and margins, or none (default psycl-leaders)'
complete -c entente -n '__entente_in beliefs' -l margin -r -d 'leaders are alike within so many standard deviations of the norm, above 0 to 10 (default 0.5)'
complete -c entente -n '__entente_in beliefs' -l draws -r -d 'parameter draws for intervals and robustness, 0 to 100000 (default 2000, for an audit 200)'
complete -c entente -n '__entente_in beliefs' -l seed -r -d 'seed of the draws; the same seed gives the same answer (default 1)'
complete -c entente -n '__entente_in beliefs' -l state -r -d 'state: the speaker\'s for beliefs code (any name or code), by its COW number elsewhere'
complete -c entente -n '__entente_in beliefs' -l source -r -d 'source of imported values that name none'
complete -c entente -n '__entente_in beliefs' -l citation -r -d 'where imported values that do not say were published'
complete -c entente -n '__entente_in beliefs' -l explain -s e -d 'open every number to its source row, formula and parameters'
complete -c entente -n '__entente_in beliefs' -l speaker -r -d 'whose words the texts are'
complete -c entente -n '__entente_in beliefs' -l date -r -d 'when they were spoken, such as 2014-09-24'
complete -c entente -n '__entente_in beliefs' -l venue -r -d 'where they were spoken'
complete -c entente -n '__entente_in beliefs' -l texts -r -F -d 'list of texts: CSV with file, speaker, state, date, venue, mode'
complete -c entente -n '__entente_in beliefs' -l lexicon -r -F -d 'rows of the lexicon that replace ours or add to them; may be repeated'
complete -c entente -n '__entente_in beliefs' -l overrides -r -F -d 'codes with categories that a reviewer wrote into the column override'
complete -c entente -n '__entente_in beliefs' -l cache -r -F -d 'keeps second opinions, so that a second run is free'
complete -c entente -n '__entente_in beliefs' -l no-second -d 'no second opinion by link-grammar'
complete -c entente -n '__entente_in beliefs' -l relatives -d 'code relative clauses that restrict a noun as well'
complete -c entente -n '__entente_in beliefs' -l out -s o -r -F -d 'file to write, with a manifest beside it (default: standard output)'
complete -c entente -n '__entente_in beliefs' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in beliefs' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in beliefs' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in beliefs' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in beliefs' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in beliefs' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a blocs -d 'which blocs a year has, how opposed they are, and who stands between them'
complete -c entente -n '__entente_in blocs' -l year -s y -r -d 'calendar year to look at (default: the last year of the data)'
complete -c entente -n '__entente_in blocs' -l between -r -a '(__entente_states)' -d 'two poles: the camps around them'
complete -c entente -n '__entente_in blocs' -l from -r -d 'first year to cover (default: from the start)'
complete -c entente -n '__entente_in blocs' -l to -r -d 'last year to cover (default: to the end)'
complete -c entente -n '__entente_in blocs' -l graph -r -F -d 'also write the network: .graphml for a year, .gexf with spells for --from to --to'
complete -c entente -n '__entente_in blocs' -l seed -r -d 'seed of the draws; the same seed gives the same answer (default 1)'
complete -c entente -n '__entente_in blocs' -l set -r -a '(__entente_parameters)' -d 'set a parameter inside its range; may be repeated'
complete -c entente -n '__entente_in blocs' -l variant -r -a 'snapshot-NR import-NR import-CINC' -d 'data level to use: snapshot-NR, import-NR or import-CINC (default: what the data allow)'
complete -c entente -n '__entente_in blocs' -l explain -s e -d 'open every number to its source row, formula and parameters'
complete -c entente -n '__entente_in blocs' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in blocs' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in blocs' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in blocs' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in blocs' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in blocs' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a landscape -d 'into which two camps states fall, and which other divisions would hold'
complete -c entente -n '__entente_in landscape' -F -a '(__entente_commands)'
complete -c entente -n '__entente_in landscape' -l year -s y -r -d 'calendar year to look at (default: the last year of the data)'
complete -c entente -n '__entente_in landscape' -l states -r -a '(__entente_states)' -d 'the states of a landscape, parted by commas'
complete -c entente -n '__entente_in landscape' -l between -r -a '(__entente_states)' -d 'two poles: the camps around them'
complete -c entente -n '__entente_in landscape' -l start -r -d 'the codes of one camp, from which a descent begins'
complete -c entente -n '__entente_in landscape' -l starts -r -d 'random starts of the search above 24 states, 1 to 1000000 (default 2000)'
complete -c entente -n '__entente_in landscape' -l seed -r -d 'seed of the draws; the same seed gives the same answer (default 1)'
complete -c entente -n '__entente_in landscape' -l set -r -a '(__entente_parameters)' -d 'set a parameter inside its range; may be repeated'
complete -c entente -n '__entente_in landscape' -l variant -r -a 'snapshot-NR import-NR import-CINC' -d 'data level to use: snapshot-NR, import-NR or import-CINC (default: what the data allow)'
complete -c entente -n '__entente_in landscape' -l explain -s e -d 'open every number to its source row, formula and parameters'
complete -c entente -n '__entente_in landscape' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in landscape' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in landscape' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in landscape' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in landscape' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in landscape' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a wedge -d 'whether a power can keep a group from a common position, and through whom'
complete -c entente -n '__entente_in wedge' -a '(__entente_forums)'
complete -c entente -n '__entente_in wedge' -l by -r -a '(__entente_states)' -d 'the power that drives the wedge'
complete -c entente -n '__entente_in wedge' -l rule -r -a 'unanimity majority qmv' -d 'how the group decides: unanimity, majority or qmv (default: that of its record, else unanimity)'
complete -c entente -n '__entente_in wedge' -l cut-dependence -r -d '0 to 1: part of every member\'s dependence by trade and supply that is cut (default 0.5)'
complete -c entente -n '__entente_in wedge' -l year -s y -r -d 'calendar year to look at (default: the last year of the data)'
complete -c entente -n '__entente_in wedge' -l members -r -a '(__entente_states)' -d 'states parted by commas, in place of a forum'
complete -c entente -n '__entente_in wedge' -l set -r -a '(__entente_parameters)' -d 'set a parameter inside its range; may be repeated'
complete -c entente -n '__entente_in wedge' -l variant -r -a 'snapshot-NR import-NR import-CINC' -d 'data level to use: snapshot-NR, import-NR or import-CINC (default: what the data allow)'
complete -c entente -n '__entente_in wedge' -l explain -s e -d 'open every number to its source row, formula and parameters'
complete -c entente -n '__entente_in wedge' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in wedge' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in wedge' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in wedge' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in wedge' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in wedge' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a durability -d 'what holds a group together, and whether it outlives its leading power'
complete -c entente -n '__entente_in durability' -a '(__entente_forums)'
complete -c entente -n '__entente_in durability' -l year -s y -r -d 'calendar year to look at (default: the last year of the data)'
complete -c entente -n '__entente_in durability' -l members -r -a '(__entente_states)' -d 'states parted by commas, in place of a forum'
complete -c entente -n '__entente_in durability' -l fall -r -a 'capability will both' -d 'what the leading power loses: capability, will or both (default both)'
complete -c entente -n '__entente_in durability' -l remaining -r -d '0 to 1: what is left of it at the end of the fall (default 0)'
complete -c entente -n '__entente_in durability' -l over -r -d 'years the fall takes, 1 to 50 (default 1)'
complete -c entente -n '__entente_in durability' -l draws -r -d 'parameter draws for intervals and robustness, 0 to 100000 (default 2000, for an audit 200)'
complete -c entente -n '__entente_in durability' -l seed -r -d 'seed of the draws; the same seed gives the same answer (default 1)'
complete -c entente -n '__entente_in durability' -l set -r -a '(__entente_parameters)' -d 'set a parameter inside its range; may be repeated'
complete -c entente -n '__entente_in durability' -l variant -r -a 'snapshot-NR import-NR import-CINC' -d 'data level to use: snapshot-NR, import-NR or import-CINC (default: what the data allow)'
complete -c entente -n '__entente_in durability' -l explain -s e -d 'open every number to its source row, formula and parameters'
complete -c entente -n '__entente_in durability' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in durability' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in durability' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in durability' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in durability' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in durability' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a institution -d 'what an institution is and who belonged to it when, or all institutions'
complete -c entente -n '__entente_in institution' -a '(__entente_forums)'
complete -c entente -n '__entente_in institution' -l year -s y -r -d 'calendar year to look at (default: the last year of the data)'
complete -c entente -n '__entente_in institution' -l explain -s e -d 'open every number to its source row, formula and parameters'
complete -c entente -n '__entente_in institution' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in institution' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in institution' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in institution' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in institution' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in institution' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a tie -d 'everything on record between two states'
complete -c entente -n '__entente_in tie' -a '(__entente_states)'
complete -c entente -n '__entente_in tie' -l from -r -d 'first year to cover (default: from the start)'
complete -c entente -n '__entente_in tie' -l to -r -d 'last year to cover (default: to the end)'
complete -c entente -n '__entente_in tie' -l explain -s e -d 'open every number to its source row, formula and parameters'
complete -c entente -n '__entente_in tie' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in tie' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in tie' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in tie' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in tie' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in tie' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a cite -d 'BibTeX for what an answer used'
complete -c entente -n '__entente_in cite' -F -a '(__entente_commands)'
complete -c entente -n '__entente_in cite' -l all -d 'every entry there is'
complete -c entente -n '__entente_in cite' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in cite' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in cite' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a state -d 'names, codes and membership of a state, or all states of a year'
complete -c entente -n '__entente_in state' -a '(__entente_states)'
complete -c entente -n '__entente_in state' -l year -s y -r -d 'calendar year to look at (default: the last year of the data)'
complete -c entente -n '__entente_in state' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in state' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in state' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in state' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in state' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in state' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a panel -d 'a research data set: state-years, dyad-years or leader-years with any measure'
complete -c entente -n '__entente_in panel' -l unit -r -a 'state-year dyad-year directed-dyad-year leader-year' -d 'what a row is: state-year, dyad-year, directed-dyad-year or leader-year (default dyad-year)'
complete -c entente -n '__entente_in panel' -l from -r -d 'first year to cover (default: from the start)'
complete -c entente -n '__entente_in panel' -l to -r -d 'last year to cover (default: to the end)'
complete -c entente -n '__entente_in panel' -l system -r -a 'cow gw' -d 'whose states: cow (Correlates of War) or gw (Gleditsch-Ward) (default cow)'
complete -c entente -n '__entente_in panel' -l relevant -d 'only politically relevant dyads: contiguous, or with a major power'
complete -c entente -n '__entente_in panel' -l contiguity -r -d 'the widest type that makes a dyad relevant: 1 land to 5 water up to 400 miles (default 5)'
complete -c entente -n '__entente_in panel' -l add -r -d 'columns or groups parted by commas, such as nmc,contiguity,atop:defense'
complete -c entente -n '__entente_in panel' -l lag -r -d 'values of earlier years: nmc:cinc=1,mid:any=2'
complete -c entente -n '__entente_in panel' -l lead -r -d 'values of later years: atop:defense=1'
complete -c entente -n '__entente_in panel' -l spell -r -d 'events to count the years since, with t, t^2/100, t^3/1000'
complete -c entente -n '__entente_in panel' -l knots -r -d '3 to 16 years: natural cubic splines with these knots in place of the powers of --spell'
complete -c entente -n '__entente_in panel' -l undirected -r -a 'max min both' -d 'directed values in undirected rows: max, min or both (default max)'
complete -c entente -n '__entente_in panel' -l day -r -a 'any jan1 jul1 dec31' -d 'day on which a spell must hold to count for a year: any, jan1, jul1 or dec31 (default any)'
complete -c entente -n '__entente_in panel' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in panel' -l out -s o -r -F -d 'file to write, with a manifest beside it (default: standard output)'
complete -c entente -n '__entente_in panel' -l manifest -r -F -d 'where to put the manifest (default: beside --out)'
complete -c entente -n '__entente_in panel' -l codebook -r -F -d 'print what each column is in place of the rows; --codebook=FILE writes it beside them'
complete -c entente -n '__entente_in panel' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in panel' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in panel' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a measure -d 'one measure of a state or of two, year by year'
complete -c entente -n '__entente_in measure' -a '(__entente_states)'
complete -c entente -n '__entente_in measure' -l from -r -d 'first year to cover (default: from the start)'
complete -c entente -n '__entente_in measure' -l to -r -d 'last year to cover (default: to the end)'
complete -c entente -n '__entente_in measure' -l system -r -a 'cow gw' -d 'whose states: cow (Correlates of War) or gw (Gleditsch-Ward) (default cow)'
complete -c entente -n '__entente_in measure' -l day -r -a 'any jan1 jul1 dec31' -d 'day on which a spell must hold to count for a year: any, jan1, jul1 or dec31 (default any)'
complete -c entente -n '__entente_in measure' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in measure' -l out -s o -r -F -d 'file to write, with a manifest beside it (default: standard output)'
complete -c entente -n '__entente_in measure' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in measure' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in measure' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a rerun -d 'the same output again, from its manifest'
complete -c entente -n '__entente_in rerun' -F -a '(__entente_commands)'
complete -c entente -n '__entente_in rerun' -l out -s o -r -F -d 'file to write, with a manifest beside it (default: standard output)'
complete -c entente -n '__entente_in rerun' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in rerun' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in rerun' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a data -d 'import published data sets and your own; check, list, export and remove them'
complete -c entente -n '__entente_in data' -F -a '(__entente_commands)'
complete -c entente -n '__entente_in data' -l into -r -F -d 'database to import into; made where there is none (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in data' -l as -r -d 'data set the file is, where its header fits several'
complete -c entente -n '__entente_in data' -l map -r -F -d 'JSON column map, for files of no known data set'
complete -c entente -n '__entente_in data' -l columns -r -d 'further columns of the file to keep, as numbers'
complete -c entente -n '__entente_in data' -l release -r -d 'version of the data, where the file does not say'
complete -c entente -n '__entente_in data' -l out -s o -r -F -d 'file to write, with a manifest beside it (default: standard output)'
complete -c entente -n '__entente_in data' -l all -d 'every entry there is'
complete -c entente -n '__entente_in data' -l format -s f -r -a 'table csv json tsv dta ndjson' -d 'table to read, csv or json to load (default table); rows of a panel also tsv, dta (Stata), ndjson'
complete -c entente -n '__entente_in data' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in data' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in data' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in data' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in data' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a help -d 'what the program does, or how to use a command'
complete -c entente -n '__entente_in help' -a '(__entente_commands)'
complete -c entente -n '__entente_in help' -l markdown -d 'print the whole manual as Markdown (docs/cli.md)'
complete -c entente -n '__entente_in help' -l man -d 'print the manual page (docs/man/entente.1)'
complete -c entente -n '__entente_in help' -l completion -r -a 'bash zsh fish' -d 'print the completions for bash, zsh or fish'
complete -c entente -n '__entente_in help' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in help' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in help' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a version -d 'version of the program and of its data'
complete -c entente -n '__entente_in version' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in version' -l version -d 'version and data'
complete -c entente -n '__entente_in version' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in version' -l help -s h -d 'help on the command'
