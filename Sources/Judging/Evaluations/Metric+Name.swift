import Storage

extension Metric {
  /// As typed after an option: `squared-error`.
  package var optionName: String { printedName.replacing(" ", with: "-") }
}

extension [Metric] {
  /// The one that was typed.
  package func named(_ name: String) throws(UnknownName) -> Metric {
    guard let metric = first(where: { $0.optionName == name }) else {
      throw UnknownName(kind: "metric", asked: name, known: map(\.optionName))
    }
    return metric
  }
}
