extension Declaration {
  static var list: Declaration {
    Declaration(
      "list", "experiments, their claims, and how much each trains",
      options: [.profile],
      about: ["Prints every experiment with its claims, the number of replicates, parameters and training examples."],
      examples: ["swift run genbench list --profile smoke"])
  }
}
