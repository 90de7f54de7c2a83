/// A range of the parameters that one worker updates at a time, and how.
struct UpdatePart: Sendable, Hashable {
  var range: Range<Int>
  var optimizer: Optimizer
  var rateFactor: Double
}

extension Recipe {
  /// All parameters in order, in parts of at most `size`, none of which crosses the border of a group. Neighbouring tensors
  /// of the same group, or of none, are cut as if they were one.
  func updateParts(of layout: ParameterLayout, size: Int) -> [UpdatePart] {
    let members = layout.parameters.map { parameter in groups.filter { $0.contains(parameter) } }
    for (parameter, members) in zip(layout.parameters, members) {
      precondition(
        members.count <= 1, "\(parameter.name) belongs to more than one group: \(members.map(\.prefix)).")
    }
    let names = layout.parameters.map(\.name)
    for group in groups {
      precondition(
        members.contains([group]), "No tensor is named \(group.prefix) or \(group.prefix).…; there are \(names).")
    }
    var spans: [(range: Range<Int>, group: ParameterGroup?)] = []
    for (parameter, members) in zip(layout.parameters, members) {
      if let last = spans.last, last.group == members.first {
        spans[spans.count - 1].range = last.range.lowerBound..<parameter.range.upperBound
      } else {
        spans.append((parameter.range, members.first))
      }
    }
    return spans.flatMap { span, group in
      stride(from: span.lowerBound, to: span.upperBound, by: size).map {
        UpdatePart(
          range: $0..<min($0 + size, span.upperBound), optimizer: group?.adapted(optimizer) ?? optimizer,
          rateFactor: group?.rateFactor ?? 1)
      }
    }
  }
}
