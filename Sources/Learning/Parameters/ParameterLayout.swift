import Dispatch
import Seeds

/// The one flat buffer's table of contents. Parameters, gradients and optimizer moments all share it, so an optimizer is
/// one loop, a checkpoint is one buffer, and a name finds the same range in each. The running statistics of batch norms
/// have one of their own: no gradient, decay or limit may touch them.
package struct ParameterLayout: Sendable, Hashable {
  package private(set) var parameters: [Parameter] = []
  package private(set) var count = 0

  /// Those that are no table of symbols or places: the N of scaling laws (Kaplan et al., 2020).
  package var countWithoutTables: Int { parameters.reduce(0) { $0 + ($1.isTable ? 0 : $1.count) } }

  /// Appends a matrix; its name must be new.
  mutating func declare(
    _ name: String, rows: Int, columns: Int, _ initializer: Initializer, isTable: Bool = false
  ) -> Parameter {
    precondition(rows > 0 && columns > 0, "Parameter \(name) needs a positive shape, not \(rows) x \(columns).")
    precondition(!parameters.contains { $0.name == name }, "There are two parameters named \(name).")
    let parameter = Parameter(
      name: name, rows: rows, columns: columns, offset: count, initializer: initializer, isTable: isTable)
    parameters.append(parameter)
    count += parameter.count
    return parameter
  }

  mutating func declare(_ name: String, count: Int, _ initializer: Initializer) -> Parameter {
    declare(name, rows: 1, columns: count, initializer)
  }

  /// First values, each parameter from its own branch of the seed: adding a layer changes no other layer's draws, and
  /// the number of workers decides how long it takes and nothing else.
  package func initialValues(seed: Seed, workers: Int = 1) -> [Float] {
    Array(unsafeUninitializedCapacity: count) { values, initialized in
      let draws = Draws(parameters: parameters, seed: seed, values: values.baseAddress!)
      if workers == 1 {
        for index in parameters.indices { draws.fill(index) }
      } else {
        DispatchQueue.concurrentPerform(iterations: parameters.count) { draws.fill($0) }
      }
      initialized = count
    }
  }

  /// Each parameter has a place of its own for its values.
  private struct Draws: @unchecked Sendable {
    let parameters: [Parameter]
    let seed: Seed
    let values: UnsafeMutablePointer<Float>

    func fill(_ index: Int) {
      let parameter = parameters[index]
      var generator = seed.child(parameter.name).generator()
      parameter.initializer.fill(
        UnsafeMutableBufferPointer(start: values + parameter.offset, count: parameter.count), using: &generator)
    }
  }

  package subscript(name: String) -> Parameter? { parameters.first { $0.name == name } }
}
