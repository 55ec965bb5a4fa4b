# Printed by: entente help --completion bash

_entente_states() {
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
        'ESH' \
        ;
}

_entente_forums() {
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
        'weu' \
        ;
}

_entente_parameters() {
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
        'blocs_hedge' \
        ;
}

_entente_commands() {
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
        'version' \
        ;
}

_entente_values() {
    case $1 in
    --under) printf '%s\n' pressure primacy both none ;;
    --members) _entente_states ;;
    --exclude) _entente_states ;;
    --upgrade) printf '%s\n' consultation crisis-centre defence ;;
    --into) echo '@files' ;;
    --map) echo '@files' ;;
    --unit) printf '%s\n' state-year dyad-year directed-dyad-year leader-year ;;
    --system) printf '%s\n' cow gw ;;
    --undirected) printf '%s\n' max min both ;;
    --day) printf '%s\n' any jan1 jul1 dec31 ;;
    --out | -o) echo '@files' ;;
    --manifest) echo '@files' ;;
    --codebook) echo '@files' ;;
    --codes) echo '@files' ;;
    --domain) printf '%s\n' foreign domestic all ;;
    --others) printf '%s\n' actors all ;;
    --mode) printf '%s\n' all prepared spontaneous ;;
    --texts) echo '@files' ;;
    --lexicon) echo '@files' ;;
    --overrides) echo '@files' ;;
    --cache) echo '@files' ;;
    --states) _entente_states ;;
    --between) _entente_states ;;
    --by) _entente_states ;;
    --rule) printf '%s\n' unanimity majority qmv ;;
    --fall) printf '%s\n' capability will both ;;
    --graph) echo '@files' ;;
    --set) _entente_parameters ;;
    --variant) printf '%s\n' snapshot-NR import-NR import-CINC ;;
    --format | -f) printf '%s\n' table csv json tsv dta ndjson ;;
    --data) echo '@files' ;;
    --color) printf '%s\n' auto always never ;;
    --completion) printf '%s\n' bash zsh fish ;;
    esac
}

_entente_takes() {
    case $1 in
    --year | -y | --horizon | --under | --members | --exclude | --upgrade | --ambition | --top | --from | --to | --into | --as | --map | --columns | --release | --unit | --system | --add | --lag | --lead | --spell | --knots | --contiguity | --undirected | --day | --out | -o | --manifest | --codebook | --codes | --domain | --others | --mode | --least-verbs | --norm | --margin | --state | --speaker | --date | --venue | --texts | --lexicon | --overrides | --cache | --source | --citation | --states | --between | --start | --starts | --by | --rule | --cut-dependence | --fall | --remaining | --over | --graph | --set | --variant | --draws | --seed | --format | -f | --data | --width | --color | --completion) return 0 ;;
    esac
    return 1
}

_entente_words() {
    case $1 in
    '') _entente_commands ;;
    assess) _entente_states ;;
    audit) _entente_forums ;;
    partners) _entente_states ;;
    beliefs) echo '@files' ;;
    landscape) echo '@files' ;;
    wedge) _entente_forums ;;
    durability) _entente_forums ;;
    institution) _entente_forums ;;
    tie) _entente_states ;;
    cite) echo '@files' ;;
    state) _entente_states ;;
    measure) _entente_states ;;
    rerun) echo '@files' ;;
    data) echo '@files' ;;
    help) _entente_commands ;;
    esac
}

_entente_options() {
    case $1 in
    assess) printf '%s\n' --year --horizon --under --explain --set --explain-defaults --variant --draws --seed --format --width --color --data --quiet --help ;;
    audit) printf '%s\n' --members --year --exclude --upgrade --explain --set --variant --draws --seed --format --width --color --data --quiet --help ;;
    partners) printf '%s\n' --year --under --exclude --ambition --top --set-aside-dormant --explain --set --variant --format --width --color --data --quiet --help ;;
    beliefs) printf '%s\n' --codes --domain --others --mode --agreed --from --to --least-verbs --norm --margin --draws --seed --state --source --citation --explain --speaker --date --venue --texts --lexicon --overrides --cache --no-second --relatives --out --format --width --color --data --quiet --help ;;
    blocs) printf '%s\n' --year --between --from --to --graph --seed --set --variant --explain --format --width --color --data --quiet --help ;;
    landscape) printf '%s\n' --year --states --between --start --starts --seed --set --variant --explain --format --width --color --data --quiet --help ;;
    wedge) printf '%s\n' --by --rule --cut-dependence --year --members --set --variant --explain --format --width --color --data --quiet --help ;;
    durability) printf '%s\n' --year --members --fall --remaining --over --draws --seed --set --variant --explain --format --width --color --data --quiet --help ;;
    institution) printf '%s\n' --year --explain --format --width --color --data --quiet --help ;;
    tie) printf '%s\n' --from --to --explain --format --width --color --data --quiet --help ;;
    cite) printf '%s\n' --all --data --quiet --help ;;
    state) printf '%s\n' --year --format --width --color --data --quiet --help ;;
    panel) printf '%s\n' --unit --from --to --system --relevant --contiguity --add --lag --lead --spell --knots --undirected --day --format --out --manifest --codebook --data --quiet --help ;;
    measure) printf '%s\n' --from --to --system --day --format --out --data --quiet --help ;;
    rerun) printf '%s\n' --out --data --quiet --help ;;
    data) printf '%s\n' --into --as --map --columns --release --out --all --format --width --color --data --quiet --help ;;
    help) printf '%s\n' --markdown --man --completion --data --quiet --help ;;
    version) printf '%s\n' --data --version --quiet --help ;;
    *) printf '%s\n' --help --version ;;
    esac
}

# Words that begin with what is typed, in any case; files where the list says so. After `cite` a question may
# stand, so its own words follow.
_entente_offer() {
    local word typed=${1,,}
    while IFS= read -r word; do
        if [[ $word == '@files' ]]; then
            while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$1")
        elif [[ ${word,,} == "$typed"* ]]; then
            COMPREPLY+=("$word")
        fi
    done
}

_entente() {
    local current=${COMP_WORDS[COMP_CWORD]} before='' command='' option='' i word
    COMPREPLY=()
    compopt -o filenames 2>/dev/null # bash quotes names of several words
    ((COMP_CWORD > 0)) && before=${COMP_WORDS[COMP_CWORD - 1]}
    current=${current#[\"\']}
    if [[ $current == '=' ]]; then
        option=$before current=''
    elif [[ $before == '=' ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    elif _entente_takes "$before"; then
        option=$before
    fi
    if [[ $option == -* ]]; then
        _entente_offer "$current" < <(_entente_values "$option")
        return
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if _entente_takes "$word"; then
            [[ ${COMP_WORDS[i + 1]} == '=' ]] && ((i++))
            ((i++))
        elif [[ $word != -* && (-z $command || $command == cite) ]]; then
            command=$word
        fi
    done
    if [[ $current == -* ]]; then
        _entente_offer "$current" < <(_entente_options "$command")
    else
        _entente_offer "$current" < <(_entente_words "$command"; [[ $command == cite ]] && _entente_commands)
    fi
}

complete -F _entente entente
