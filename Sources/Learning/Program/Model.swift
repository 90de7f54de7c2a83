/// What a program is recorded from: parameters, and ordinary Swift code that reads like the formula.
package protocol Model: Sendable {
  var layout: ParameterLayout { get }
  /// What batch norms keep for answering; empty without any.
  var statistics: ParameterLayout { get }
  var idsPerToken: Int { get }
  var loss: Loss { get }
  /// The model's formula, recorded: `[answers, outputs]` for whatever batch the program is run on.
  func callAsFunction(in recorder: Recorder) -> Value
}

extension Model {
  /// The values before the first step: a mean of 0 and a variance of 1 for each feature of each batch norm.
  package var firstStatistics: [Float] {
    statistics.parameters.flatMap { Array(repeating: $0.initializer == .ones ? 1 : 0, count: $0.count) }
  }
}
