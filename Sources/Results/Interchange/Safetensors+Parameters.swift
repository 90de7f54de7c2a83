import Learning
import Storage

extension Safetensors {
  /// A model's numbers as one tensor each, by its layouts' names: what it learned, and what its batch norms measured.
  package init(_ values: ModelValues, of model: any Model, metadata: [String: String] = [:], file: String) {
    self.init([:], metadata: metadata, file: file)
    add(values, of: model)
  }

  /// Those of a model that stands beside another have a prefix before their names.
  package mutating func add(_ values: ModelValues, of model: any Model, under prefix: String = "") {
    add(values.parameters, model.layout, under: prefix)
    add(values.statistics, model.statistics, under: prefix)
  }

  private mutating func add(_ values: [Float], _ layout: ParameterLayout, under prefix: String) {
    precondition(values.count == layout.count, "The layout has \(layout.count) numbers, not \(values.count).")
    for parameter in layout.parameters {
      self[prefix + parameter.name] = Tensor(.floats(Array(values[parameter.range])), shape: parameter.shape)
    }
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

extension Safetensors {
  /// A model's numbers that another program trained.
  ///
  /// - Throws: `WeightsProblem` for a tensor that is missing, that the model has not, or that does not fit.
  package func values(of model: any Model) throws -> ModelValues {
    let due = model.layout.parameters + model.statistics.parameters
    func problem(_ name: String, _ what: String) -> WeightsProblem {
      WeightsProblem(
        file: file, tensor: name, what: what,
        mend: "write the tensors that docs/weights.md lists for the architecture, as genbench weights does")
    }
    // Beside a learner may stand the overseer that asked it: by itself that answers nothing.
    let own = model is Answerer ? names.filter { !$0.hasPrefix(TrainedWeights.askerPrefix) } : names
    if let stranger = own.first(where: { name in !due.contains { $0.name == name } }) {
      throw problem(stranger, "is no tensor of this network, whose \(due.count) begin with \(due[0].name)")
    }
    for parameter in due {
      guard let tensor = self[parameter.name] else {
        throw problem(parameter.name, "is missing, and has the shape \(parameter.shape)")
      }
      guard tensor.shape == parameter.shape else {
        throw problem(parameter.name, "has the shape \(tensor.shape), and in this network \(parameter.shape)")
      }
    }
    return ModelValues(
      parameters: try parameters(of: model.layout), statistics: try parameters(of: model.statistics))
  }
}

extension Parameter {
  /// A vector has one axis, a matrix two; a matrix of one row is a vector.
  var shape: [Int] { rows == 1 ? [columns] : [rows, columns] }
}
