extension Declaration {
  static var completion: Declaration {
    Declaration(
      "completion", "a script that completes these commands in bash or zsh",
      operands: [Operand(.oneOf(Shell.allCases.map(\.rawValue)), "the shell it is for")],
      about: [
        "Prints a script that completes commands, options, experiments, splits, profiles and files, for a genbench "
          + "that is on the PATH (swift build --show-bin-path prints its folder); in bash also after swift run genbench.",
        "In bash:  source <(genbench completion bash)",
        "In zsh, before compinit:  genbench completion zsh > FOLDER/_genbench, a FOLDER that is in $fpath; or after it:  "
          + "source <(genbench completion zsh)",
      ],
      examples: ["source <(swift run genbench completion bash)"])
  }
}
