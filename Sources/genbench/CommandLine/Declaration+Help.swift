extension Declaration {
  /// What `genbench COMMAND --help` prints.
  var help: String {
    var blocks = [usage] + about.map(Paragraph.text)
    let rows =
      operands.map { (name: $0.value.name, about: $0.about) }
      + options.map { (name: $0.signature, about: $0.about) }
    if !rows.isEmpty { blocks.append(Paragraph.table(rows)) }
    if !examples.isEmpty {
      blocks.append("EXAMPLE\(examples.count > 1 ? "S" : "")\n" + examples.map { "  " + $0 }.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n")
  }

  private var usage: String {
    let words = operands.map(\.usage) + options.map(\.usage)
    let first = "USAGE  genbench \(name) "
    // A space inside of an option's words must not break a line.
    let tied = words.map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: " ")
    return Paragraph.lines(tied, after: first).joined(separator: "\n").replacing("\u{A0}", with: " ")
  }
}
