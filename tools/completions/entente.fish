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
        'unit_regime'
end

function __entente_commands
    printf '%s\n' \
        'assess' \
        'audit' \
        'partners' \
        'institution' \
        'tie' \
        'cite' \
        'state' \
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
complete -c entente -n '__entente_in assess' -l format -s f -r -a 'table csv json' -d 'table to read, csv or json to load (default table)'
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
complete -c entente -n '__entente_in audit' -l format -s f -r -a 'table csv json' -d 'table to read, csv or json to load (default table)'
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
complete -c entente -n '__entente_in partners' -l format -s f -r -a 'table csv json' -d 'table to read, csv or json to load (default table)'
complete -c entente -n '__entente_in partners' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in partners' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in partners' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in partners' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in partners' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a institution -d 'what an institution is and who belonged to it when, or all institutions'
complete -c entente -n '__entente_in institution' -a '(__entente_forums)'
complete -c entente -n '__entente_in institution' -l year -s y -r -d 'calendar year to look at (default: the last year of the data)'
complete -c entente -n '__entente_in institution' -l explain -s e -d 'open every number to its source row, formula and parameters'
complete -c entente -n '__entente_in institution' -l format -s f -r -a 'table csv json' -d 'table to read, csv or json to load (default table)'
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
complete -c entente -n '__entente_in tie' -l format -s f -r -a 'table csv json' -d 'table to read, csv or json to load (default table)'
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
complete -c entente -n '__entente_in state' -l format -s f -r -a 'table csv json' -d 'table to read, csv or json to load (default table)'
complete -c entente -n '__entente_in state' -l width -r -d 'width of tables, 60 to 200 (default: the terminal, at most 120; else $COLUMNS; else 100)'
complete -c entente -n '__entente_in state' -l color -r -a 'auto always never' -d 'auto, always or never; auto colours on a terminal unless $NO_COLOR is set'
complete -c entente -n '__entente_in state' -l data -r -F -d 'database to use instead of the embedded snapshot (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in state' -l quiet -s q -d 'no notes on standard error'
complete -c entente -n '__entente_in state' -l help -s h -d 'help on the command'
complete -c entente -n __fish_use_subcommand -a data -d 'import published data sets; list, export and remove them'
complete -c entente -n '__entente_in data' -F -a '(__entente_commands)'
complete -c entente -n '__entente_in data' -l into -r -F -d 'database to import into; made where there is none (default: $ENTENTE_DATA)'
complete -c entente -n '__entente_in data' -l as -r -d 'data set the file is, where its header fits several'
complete -c entente -n '__entente_in data' -l map -r -F -d 'JSON column map, for files of no known data set'
complete -c entente -n '__entente_in data' -l columns -r -d 'further columns of the file to keep, as numbers'
complete -c entente -n '__entente_in data' -l release -r -d 'version of the data, where the file does not say'
complete -c entente -n '__entente_in data' -l out -r -F -d 'file to write, in place of standard output'
complete -c entente -n '__entente_in data' -l all -d 'every entry there is'
complete -c entente -n '__entente_in data' -l format -s f -r -a 'table csv json' -d 'table to read, csv or json to load (default table)'
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
