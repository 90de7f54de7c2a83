import Judging
import Reports

/// A drawing of how the examples of a claim were answered, for a terminal and as a file.
package struct Picture: Sendable {
  package let title: String
  package let fileName: String
  package let text: String
  package let svg: String
}

extension JudgedClaim {
  /// All replicates' examples of the claim's slice: how large their losses are, and which true value was answered how.
  package func pictures(width: Int = 80, style: Style = .plain) -> [Picture] {
    guard let quantity, let losses, let answered = answerMap else { return [] }
    let title = "\(experiment.id): \(claim.subject)"
    return [
      Picture(
        title: "\(title), squared error of the \(quantity) by example", fileName: fileName("losses"),
        text: losses.text(width: width, style: style),
        svg: losses.svg(title: "\(title), squared error of the \(quantity) by example")),
      Picture(
        title: "\(title), predicted by true \(quantity)", fileName: fileName("predictions"),
        text: answered.text(width: width, style: style),
        svg: answered.svg(title: "\(title), predicted by true \(quantity)")),
    ]
  }

  private func fileName(_ kind: String) -> String {
    let words = "\(experiment.id) \(claim.subject) \(kind)".lowercased()
    let safe = words.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return String(safe).split(separator: "-").joined(separator: "-") + ".svg"
  }
}
