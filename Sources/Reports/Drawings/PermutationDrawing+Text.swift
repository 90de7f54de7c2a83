extension PermutationDrawing {
  /// Two rows, elements above their images, and the walk.
  func text(style: Style) -> String {
    checkPlaces()
    let width = "\(max(0, images.count - 1))".columns + 1
    func row(_ numbers: [Int]) -> Line {
      var line = Line()
      for (index, number) in numbers.enumerated() {
        line.append("\(number)".paddedLeft(to: width), walk.dropLast().contains(index) ? .command : .none)
      }
      return line
    }
    let arrow = style == .ascii ? " > " : " → "
    var last = Line(walk.map(String.init).joined(separator: arrow), .command)
    if let answered { last.append("  answered \(answered)", answered == walk.last ? .good : .bad) }
    return [row(Array(images.indices)), row(images), last].map { $0.painted(style) + "\n" }.joined()
  }
}
