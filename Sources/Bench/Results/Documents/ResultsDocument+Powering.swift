import Data
import Reports

extension ResultsDocument {
  /// `docs/results/powering.md`
  static func powering(_ findings: Findings) throws -> ResultsDocument {
    ResultsDocument(
      Name.powering.rawValue, title: "Powers of permutations: what was measured",
      sections: [try squaring(findings)])
  }
}
