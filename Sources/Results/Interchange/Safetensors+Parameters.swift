import Learning
import Storage

extension Safetensors {
  /// A model's numbers as one tensor each, by its layouts' names: what it learned, and what its batch norms measured.
  package init(_ values: ModelValues, of model: any Model, metadata: [String: String] = [:], file: String) {
    let tensors = Self.tensors(values.parameters, model.layout) + Self.tensors(values.statistics, model.statistics)
    self.init(Dictionary(uniqueKeysWithValues: tensors), metadata: metadata, file: file)
  }

  private static func tensors(_ values: [Float], _ layout: ParameterLayout) -> [(String, Tensor)] {
    precondition(values.count == layout.count, "The layout has \(layout.count) numbers, not \(values.count).")
    return layout.parameters.map { ($0.name, Tensor(.floats(Array(values[$0.range])), shape: $0.shape)) }
  }

  /// The flat parameters of a model; every one must be there, in its shape and finite.
  package func parameters(of layout: ParameterLayout) throws(SafetensorsProblem) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(layout.count)
    for parameter in layout.parameters {
      let tensor = try floats(parameter.name, shape: parameter.shape)
      guard tensor.allSatisfy(\.isFinite) else { throw problem(parameter.name, "holds what is not a finite number") }
      values += tensor
    }
    return values
  }
}

extension Parameter {
  /// A vector has one axis, a matrix two; a matrix of one row is a vector.
  var shape: [Int] { rows == 1 ? [columns] : [rows, columns] }
}
