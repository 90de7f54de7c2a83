/// A script that completes `genbench` in bash, with nothing but bash's own commands.
struct BashCompletion {
  let declarations: [Declaration]

  init(_ declarations: [Declaration]) { self.declarations = declarations }

  /// It walks over the words before the cursor to find the command, how many operands stand there, and whether an option
  /// waits for its value; a table says what fits there.
  var text: String {
    """
    # genbench in bash:  source <(genbench completion bash)
    _genbench() {
      local current="${COMP_WORDS[COMP_CWORD]}" command="" option="" operands=0 index word words="" kind=""
      for ((index = 1; index < COMP_CWORD; index++)); do
        word="${COMP_WORDS[index]}"
        # bash makes three words of --option=value.
        if [[ "$word" == "=" ]]; then continue; fi
        if [[ -n "$option" ]]; then option=""; continue; fi
        case "$command $word" in
          \(valued.joined(separator: "|"))) option="$word" ;;
          *" -"?*) ;;
          " "*) command="$word" ;;
          *) ((operands++)) ;;
        esac
      done
      if [[ "$current" == "=" ]]; then current=""; fi
      if [[ -n "$option" ]]; then
        case "$command $option" in
    \(optionRows)
        esac
      elif [[ "$current" == -* ]]; then
        case "$command" in
    \(optionNames)
        esac
      else
        case "$command $operands" in
          " "*) words=\(Shell.quoted(declarations.map(\.name).joined(separator: " "))) ;;
    \(operandRows)
        esac
      fi
      COMPREPLY=()
      if [[ -n "$kind" ]]; then
        # File names may have spaces: a line each, and readline quotes them.
        compopt -o filenames 2>/dev/null
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -A "$kind" -- "$current")
      elif [[ -n "$words" ]]; then
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$current")
      fi
    }
    complete -F _genbench genbench

    # The same after swift run. Whatever else follows swift is completed as before.
    _genbench_after_swift() {
      COMPREPLY=()
      if ((COMP_CWORD > 2)) && [[ "${COMP_WORDS[*]:1:2}" == "run genbench" ]]; then
        COMP_WORDS=("${COMP_WORDS[@]:2}")
        ((COMP_CWORD -= 2))
        _genbench
      elif [[ -n "${_genbench_swift:-}" ]]; then
        "$_genbench_swift" "$@"
      fi
    }
    if [[ "$(complete -p swift 2>/dev/null)" =~ -F[[:space:]]([^[:space:]]+) ]]; then
      [[ "${BASH_REMATCH[1]}" == _genbench_after_swift ]] || _genbench_swift="${BASH_REMATCH[1]}"
    fi
    complete -o bashdefault -o default -F _genbench_after_swift swift

    """
  }

  /// Patterns of a command with an option that takes a value.
  private var valued: [String] {
    declarations.flatMap { declaration in
      declaration.options.filter { $0.value != nil }.map { "\"\(declaration.name) \($0.word)\"" }
    }
  }

  private var optionRows: String {
    declarations.flatMap { declaration in
      declaration.options.compactMap { option in
        option.value.flatMap { row("\"\(declaration.name) \(option.word)\"", $0) }
      }
    }.joined(separator: "\n")
  }

  private var optionNames: String {
    declarations.map { declaration in
      let names = (declaration.options.map(\.word) + ["--help"]).joined(separator: " ")
      return "      \(declaration.name)) words=\(Shell.quoted(names)) ;;"
    }.joined(separator: "\n")
  }

  private var operandRows: String {
    declarations.flatMap { declaration in
      declaration.operands.enumerated().compactMap { place, operand in
        row(operand.isRepeated ? "\"\(declaration.name) \"*" : "\"\(declaration.name) \(place)\"", operand.value)
      }
    }.joined(separator: "\n")
  }

  /// A case of the script; nil where nothing can be suggested.
  private func row(_ pattern: String, _ value: Value) -> String? {
    switch value.completion {
    case .none: nil
    case .words(let words): "      \(pattern)) words=\(Shell.quoted(words.joined(separator: " "))) ;;"
    case .files: "      \(pattern)) kind=file ;;"
    case .folders: "      \(pattern)) kind=directory ;;"
    }
  }
}
