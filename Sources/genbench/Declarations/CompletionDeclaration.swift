extension Declaration {
  static var completion: Declaration {
    Declaration(
      "completion", "a script that completes these commands in bash or zsh",
      operands: [Operand(.oneOf(Shell.allCases.map(\.rawValue)), "the shell it is for")],
      about: [
        "Prints a script that completes commands, options, experiments, splits, profiles and files, for a genbench "
          + "that is on the PATH (swift build --show-bin-path prints its folder), called by its path, or run by swift run genbench.",
        "In bash:  source <(genbench completion bash)",
        "In zsh, after compinit:  source <(genbench completion zsh)  or before it, without swift run:  "
          + "genbench completion zsh > FOLDER/_genbench, a FOLDER that is in $fpath",
      ],
      examples: ["source <(swift run genbench completion bash)"])
  }
}
