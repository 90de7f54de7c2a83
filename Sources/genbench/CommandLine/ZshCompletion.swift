/// A script that completes `genbench` in zsh, with what each word means beside it.
struct ZshCompletion {
  let declarations: [Declaration]

  init(_ declarations: [Declaration]) { self.declarations = declarations }

  /// The same text serves as a file `_genbench` in `$fpath` and for `source`.
  var text: String {
    """
    #compdef genbench
    # genbench in zsh:  genbench completion zsh > FOLDER/_genbench, for a FOLDER in $fpath
    _genbench() {
      local context state state_descr line
      typeset -A opt_args
      _arguments -C '1:command:->command' '*:: :->rest' && return
      case $state in
        command)
          local -a commands=(
    \(declarations.map { "        \(Shell.quoted("\($0.name):\($0.summary)"))" }.joined(separator: "\n"))
          )
          _describe command commands
          ;;
        rest)
          case $words[1] in
    \(declarations.map(branch).joined(separator: "\n"))
          esac
          ;;
      esac
    }
    # The same after swift run. Whatever else follows swift is completed as before.
    _genbench_after_swift() {
      if (( CURRENT > 3 )) && [[ "$words[2] $words[3]" == "run genbench" ]]; then
        shift 2 words
        (( CURRENT -= 2 ))
        _genbench
      else
        ${_genbench_swift:-_default} "$@"
      fi
    }
    if [[ ${funcstack[1]} == _genbench ]]; then
      _genbench "$@"
    else
      compdef _genbench genbench
      [[ ${_comps[swift]-} == _genbench_after_swift ]] || _genbench_swift=${_comps[swift]-}
      compdef _genbench_after_swift swift
    fi

    """
  }

  private func branch(_ declaration: Declaration) -> String {
    let specifications =
      declaration.options.map(specification) + [Shell.quoted("--help[what it does]")]
      + declaration.operands.enumerated().map(specification)
    return "        \(declaration.name)) _arguments \(specifications.joined(separator: " ")) ;;"
  }

  private func specification(_ option: Option) -> String {
    let about = Self.escaped(option.about)
    let star = option.isRepeated ? "*" : ""
    guard let value = option.value else { return Shell.quoted("\(star)\(option.word)[\(about)]") }
    return Shell.quoted("\(star)\(option.word)=[\(about)]:\(Self.escaped(value.name)):\(action(value))")
  }

  private func specification(_ place: Int, _ operand: Operand) -> String {
    let position = operand.isRepeated ? "*" : "\(place + 1)"
    return Shell.quoted("\(position):\(Self.escaped(operand.value.name)):\(action(operand.value))")
  }

  private func action(_ value: Value) -> String {
    switch value.completion {
    case .none: " "
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .files: "_files"
    case .folders: "_files -/"
    }
  }

  /// Without the characters that mean something in a specification.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { $0 += [":", "[", "]", "\\"].contains($1) ? "\\\($1)" : "\($1)" }
  }
}
