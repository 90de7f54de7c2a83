import Storage
import Data

extension Metric {
  /// As typed after an option: `squared-error`.
  package var optionName: String { printedName.replacing(" ", with: "-") }

  package static func named(_ name: String) throws(UnknownName) -> Metric {
    guard let metric = allCases.first(where: { $0.optionName == name }) else {
      throw UnknownName(kind: "metric", asked: name, known: allCases.map(\.optionName))
    }
    return metric
  }
}
