/// What can be typed after one command. Parsing, help and completion all read this and nothing else, so they cannot
/// disagree.
struct Declaration {
  let name: String
  /// What it does, in a line of the overview.
  let summary: String
  let operands: [Operand]
  let options: [Option]
  /// Paragraphs of its help. One that begins with two spaces is kept as it is.
  let about: [String]
  /// Whole commands to copy.
  let examples: [String]

  init(
    _ name: String, _ summary: String, operands: [Operand] = [], options: [Option] = [], about: [String],
    examples: [String]
  ) {
    let names = options.map(\.name)
    precondition(Set(names).count == names.count, "genbench \(name) declares an option twice: \(names)")
    precondition(
      operands.dropLast().allSatisfy { !$0.isRepeated }, "genbench \(name): only the last operand may be repeated")
    self.name = name
    self.summary = summary
    self.operands = operands
    self.options = options
    self.about = about
    self.examples = examples
  }

  /// How many operands may stand at most.
  var mostOperands: Int { operands.last?.isRepeated == true ? .max : operands.count }
}
