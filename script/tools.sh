# Shared by the scripts: checks for the tools without which nothing can be built.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

need_dotnet() {
    if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
        stop "De .NET SDK 10 ontbreekt." \
            "Zo kom je eraan: https://dotnet.microsoft.com/download/dotnet/10.0" \
            "Kies daar de SDK (niet alleen de runtime). Start daarna dit script opnieuw."
    fi
}

need_node() {
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        stop "Node.js met npm ontbreekt. Parelmuur bouwt daarmee zijn opmaak." \
            "Zo kom je eraan: https://nodejs.org (versie 20 of nieuwer)." \
            "Start daarna dit script opnieuw."
    fi
    if (("$(node -p 'process.versions.node.split(".")[0]')" < 20)); then
        stop "Node.js is te oud: $(node --version). Parelmuur vraagt versie 20 of nieuwer." \
            "Zo kom je eraan: https://nodejs.org"
    fi
}

# Builds a program, with what the build has to say as output. A compiler that stayed from the build before may still know pages as they
# were, and then finds faults that are not there: a fresh one decides. The runtime does not count what the compiler does often: that pays
# for programs that live longer, and took a third of the time of a first build.
build() {
    local options=(--configuration Release --verbosity quiet --nologo -p:RunAnalyzers=false)
    DOTNET_TieredPGO=0 dotnet build "$1" "${options[@]}" >/dev/null 2>&1 ||
        DOTNET_TieredPGO=0 dotnet build "$1" "${options[@]}" -p:UseSharedCompilation=false 2>&1
}

# The version of what is built here.
version() {
    sed -n 's|^ *<Version>\(.*\)</Version>$|\1|p' "$root/Directory.Build.props"
}
